using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>Buttons mean what their labels say, whether a question stands behind them or not; and what comes at an odd moment does no harm.</summary>
public sealed class ButtonTests
{
    private const string Number = "KM2026112200001";

    private static Script Talk() => new Script().With(Some.Facts(Some.Order()));

    [Fact]
    public void Resume_BesideTheWait_GoesOnWithTheBot()
    {
        var talk = Talk().Opens().Says("账号充错了").Says("转人工");
        Assert.Equal((Stage.WithHuman, (Asks?)null), (talk.Case.Stage, talk.Case.Asks));

        talk.Says(Assert.Single(talk.Said[^1].Options).Label);

        Assert.Equal(Asks.Order, talk.Case.Asks);
        Assert.Contains(talk.Events, happened => happened is BotResumed);
    }

    [Fact]
    public void Resume_WhileCommandsAreOff_TellsThatOnlyAColleagueCan_AndOffersItNoMore()
    {
        var talk = Talk().Opens().Says("账号充错了").Says("转人工");
        var label = Assert.Single(talk.Said[^1].Options).Label;

        talk.Commands = CommandMode.Off;
        talk.Says(label);

        Assert.Equal(["person.cannot_resume"], talk.Keys);
        Assert.Empty(talk.Said[^1].Options);
        Assert.Equal(Stage.WithHuman, talk.Case.Stage);
    }

    [Theory]
    [InlineData("账号充错了", "撤单退款")]
    [InlineData("I topped up the wrong account", "cancel it and refund me")]
    public void ButtonOfAnApplication_PressedLate_IsNoYesToAReadBack(string problem, string remedy)
    {
        var talk = Talk().Opens().Says(problem).Says(Number).Says(remedy);
        Assert.Contains("ask.confirm.cancel", talk.Keys);

        talk.Says("确认提交");

        Assert.Contains("note.unclear_yes", talk.Keys);
        Assert.Empty(talk.Moves);
        Assert.IsType<CancelOrder>(Assert.Single(talk.Says("确认撤单").Moves));
    }

    [Fact]
    public void Restart_BesideAReceipt_StartsOver()
    {
        var talk = Talk().Opens().Says("面额选错").Says(Number).Says("撤单退款").Says("确认撤单").ShopDoes();
        var label = Assert.Single(talk.Said[^1].Options).Label;

        talk.Says(label);

        Assert.Equal(["closed.start_over"], talk.Keys);
    }

    [Fact]
    public void Restart_ShownAgainUnderAnOpenQuestion_StartsOver()
    {
        var talk = Talk().Opens().Says("面额选错").Says(Number).Says("撤单退款").Says("确认撤单").ShopDoes().Says("重新开始").Says("是的");
        Assert.Equal(["answer.already_done"], talk.Keys);

        talk.Says("重新开始");

        Assert.Equal(["closed.start_over"], talk.Keys);
    }

    [Fact]
    public void PageOpenedAgain_AsksWhatWasOpen()
    {
        var talk = Talk().Opens().Says("账号充错了").Opens();
        Assert.Equal(Asks.Order, talk.Case.Asks);

        talk.Says(Number).Says("撤单退款").Opens();
        Assert.Equal(Asks.Confirm, talk.Case.Asks);

        talk.Says("确认撤单").Opens();
        Assert.Equal(["executing.wait"], talk.Keys);
        Assert.Single(talk.Moves);
    }

    [Fact]
    public void OldButton_WhileTheShopWorks_IsToldWhatIsWaitedFor()
    {
        var talk = Talk().Opens().Says("面额选错").Says(Number).Says("撤单退款");
        var question = talk.Said[^1].QuestionId!;
        talk.Says("确认撤单").Presses(question, "yes");

        Assert.Equal(["note.stale", "executing.wait"], talk.Keys);
        Assert.Single(talk.Moves);
    }

    [Fact]
    public void Hold_ThatIsAnsweredAfterTheCustomerWentOnToAnotherOrder_IsNotTheNewOnes()
    {
        var talk = Talk().Opens().Says("账号充错了").Says(Number);
        var hold = Assert.IsType<HoldOrder>(Assert.Single(talk.Sent));
        talk.Says("KM2026112299999");

        talk.ShopAnswers(hold, new CommandDone(Some.Order() with { Hold = HoldState.Soft, HoldUntil = Some.Now.AddMinutes(10) }, null));

        Assert.Null(talk.State.Case!.HeldUntil);
    }

    [Fact]
    public void ReadBack_ThatIsLeftForAQuestion_NoLongerStands()
    {
        var talk = Talk().Opens().Says("账号充错了").Says(Number).Says("撤单退款").Says("改成正确的");

        Assert.Equal(Asks.Account, talk.Case.Asks);
        Assert.Null(talk.State.Case!.Confirmation);
    }

    [Fact]
    public void HalfACharacter_IsReadBackAsItIsStored()
    {
        var talk = Talk().Opens().Says("面额选错").Says(Number).Says("改成正确的").Says("第二个\ud83d");

        Assert.Equal("第二个\ufffd", talk.State.Case!.Confirmation!.Changes.Denomination);
        Assert.Contains("第二个\ufffd", talk.Said[^1].Text.Replace("【", "", StringComparison.Ordinal).Replace("】", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
