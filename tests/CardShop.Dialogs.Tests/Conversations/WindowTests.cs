using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>The main job: a mistaken order is stopped within its window, once (rules P1, G1 to G4).</summary>
public sealed class WindowTests
{
    private const string Number = "KM2026112200001";

    private static Script Talk() => new Script().With(Some.Facts(Some.Order()));

    /// <summary>P1, G1, G2: the change is stated in full, from the old to the new, and one yes carries it out once.</summary>
    [Fact]
    public void WrongAccount_IsChangedOnce()
    {
        var talk = Talk().Opens().Says("账号充错了");
        Assert.Equal(Asks.Order, talk.Case.Asks);

        talk.Says(Number);
        Assert.Equal(Asks.Remedy, talk.Case.Asks);
        Assert.IsType<HoldOrder>(Assert.Single(talk.Sent));

        talk.Says("改成正确的");
        Assert.Equal(Asks.Account, talk.Case.Asks);

        talk.Says("67890");
        Assert.Equal((Asks.Confirm, CasePath.InstantModify), (talk.Case.Asks, talk.Case.Path));
        Assert.Contains("【12345】 → 【67890】", talk.Said[^1].Text, StringComparison.Ordinal);

        talk.Says("确认").Says("确认").Says("是的");
        var change = Assert.IsType<ModifyOrder>(Assert.Single(talk.Moves));
        Assert.Equal((new OrderChanges(Account: "67890"), 1L), (change.Changes, change.ExpectedVersion));

        talk.ShopDoes();
        Assert.Equal((Stage.Closed, Outcome.Modified), (talk.Case.Stage, talk.Case.Outcome));
    }

    [Fact]
    public void OneSentence_SkipsEveryQuestionThatItAnswers()
    {
        var talk = Talk().Opens().Says($"订单{Number}账号填错了，把12345改成67890");

        Assert.Equal((Asks.Confirm, CasePath.InstantModify), (talk.Case.Asks, talk.Case.Path));
    }

    [Fact]
    public void RightAccount_ToldWhereTheRemedyWasAsked_IsAChange()
    {
        var talk = Talk().Opens().Says("账号充错了").Says(Number).Says("正确的账号是67890");

        Assert.Equal((Asks.Confirm, CasePath.InstantModify), (talk.Case.Asks, talk.Case.Path));
    }

    [Fact]
    public void Cancellation_IsConfirmedAndPaidBack()
    {
        var talk = Talk().Opens().Says("面额选错").Says(Number).Says("撤单退款");
        Assert.Equal((Asks.Confirm, CasePath.InstantCancel), (talk.Case.Asks, talk.Case.Path));

        talk.Says("确认撤单").ShopDoes();

        Assert.Equal(Outcome.Cancelled, talk.Case.Outcome);
        Assert.Equal("processing", talk.Case.Refund!.State);
        Assert.Contains("refund.expected", talk.Keys);
    }

    [Theory]
    [InlineData("嗯…应该吧")]
    [InlineData("大概是")]
    [InlineData("maybe")]
    [InlineData("👍👍👍")]
    public void UnclearYes_MovesNothing(string answer)
    {
        var talk = Talk().Opens().Says("面额选错").Says(Number).Says("撤单退款").Says(answer);

        Assert.Empty(talk.Moves);
        Assert.Equal(Asks.Confirm, talk.Case.Asks);
    }

    [Fact]
    public void Yes_ThatNamesAnotherAction_MovesNothing()
    {
        var talk = Talk().Opens().Says("账号充错了").Says(Number).Says("改成正确的").Says("67890").Says("确认撤单");

        Assert.Empty(talk.Moves);
    }

    [Fact]
    public void Yes_AfterTheWindow_GoesToReviewWithEverythingKept()
    {
        var talk = Talk().Opens().Says("面额选错").Says(Number).Says("撤单退款").Waits(TimeSpan.FromMinutes(13)).Says("确认撤单");

        Assert.Empty(talk.Moves);
        Assert.Equal((Stage.Evidence, CasePath.ManualReview), (talk.Case.Stage, talk.Case.Path));
        Assert.Contains("cause.window_over", talk.Keys);
    }

    [Fact]
    public void Window_ThatEndsDuringTheTalk_IsSaidUnasked()
    {
        var talk = Talk().Opens().Says("面额选错").Says(Number).Says("撤单退款");
        Assert.Equal(Some.Now.AddMinutes(13), Assert.Single(talk.Deadlines, deadline => deadline.Kind == DeadlineKind.WindowEnd).At);

        talk.Waits(TimeSpan.FromMinutes(13)).Deadline();

        Assert.Contains("cause.window_over", talk.Keys);
        Assert.DoesNotContain(talk.Deadlines, deadline => deadline.Kind is DeadlineKind.WindowEnd or DeadlineKind.WindowClosing or DeadlineKind.LeaseEnd);
    }

    [Fact]
    public void OrderThatShipsBetweenQuestionAndYes_IsNotCancelled()
    {
        var talk = Talk().Opens().Says("面额选错").Says(Number).Says("撤单退款");
        talk.With(Some.Facts(Some.Order() with { Version = 2, Delivery = DeliveryState.Processing })).Says("确认撤单");

        Assert.Empty(talk.Moves);
        Assert.Equal(["note.order_moved", "cause.shipping", "recorded.review"], talk.Keys);
    }

    [Fact]
    public void OrderThatMovedOnButCanStillBeCancelled_IsReadBackAgain()
    {
        var talk = Talk().Opens().Says("面额选错").Says(Number).Says("撤单退款");
        talk.With(Some.Facts(Some.Order() with { Version = 2 })).Says("确认撤单");
        Assert.Empty(talk.Moves);
        Assert.Equal(Asks.Confirm, talk.Case.Asks);

        talk.Says("确认撤单");
        Assert.Equal(2, Assert.IsType<CancelOrder>(Assert.Single(talk.Moves)).ExpectedVersion);
    }

    [Fact]
    public void OldCard_PressedLater_MovesNothing()
    {
        var talk = Talk().Opens().Says("面额选错").Says(Number).Says("撤单退款");
        var old = talk.Said[^1].QuestionId!;
        talk.Says("先不要").Presses(old, "yes");

        Assert.Empty(talk.Moves);
        Assert.Contains("note.stale", talk.Keys);
    }

    [Fact]
    public void Refusal_OfTheShop_GoesToTheNextPath()
    {
        var talk = Talk().Opens().Says("面额选错").Says(Number).Says("撤单退款").Says("确认撤单");
        var shipped = Some.Order() with { Version = 2, Delivery = DeliveryState.Processing };
        talk.With(Some.Facts(shipped)).ShopAnswers(new CommandRefused("already_shipped", shipped));

        Assert.Equal(["refused.already_shipped", "cause.shipping", "recorded.review"], talk.Keys);
        Assert.Equal(CasePath.ManualReview, talk.Case.Path);
    }

    [Fact]
    public void ChangeThatTheShopCannotDo_OffersTheCancellation()
    {
        var talk = Talk().Opens().Says($"订单{Number}账号填错了，把12345改成67890").Says("确认修改").ShopAnswers(new CommandRefused("not_supported", null));

        Assert.Equal((Asks.Confirm, CasePath.InstantCancel), (talk.Case.Asks, talk.Case.Path));
        Assert.Contains("note.only_cancel", talk.Keys);
    }

    [Fact]
    public void SilenceOfTheShop_IsNeitherFailureNorSuccess()
    {
        var talk = Talk().Opens().Says("面额选错").Says(Number).Says("撤单退款").Says("确认撤单").ShopAnswers(new CommandUnknown());
        Assert.Equal(["executing.unknown"], talk.Keys);
        Assert.Equal((Stage.Executing, (Outcome?)null), (talk.Case.Stage, talk.Case.Outcome));

        talk.ShopAnswers(new CommandAbandoned());
        Assert.Equal(Stage.WithHuman, talk.Case.Stage);

        talk.ShopDoes();
        Assert.Equal(Outcome.Cancelled, talk.Case.Outcome);
    }

    [Fact]
    public void AnswerToACommand_ThatComesTwice_ChangesNothing()
    {
        var talk = Talk().Opens().Says("面额选错").Says(Number).Says("撤单退款").Says("确认撤单").ShopDoes();
        var before = talk.State;

        talk.ShopAnswers(new CommandUnknown());

        Assert.Empty(talk.Said);
        Assert.Equal(before.Case!.Outcome, talk.State.Case!.Outcome);
    }

    [Fact]
    public void Hold_IsKnownFromTheShopsAnswer_BeforeTheOrderIsReadAgain()
    {
        var talk = Talk().Opens().Says("账号充错了").Says(Number);
        var hold = Assert.IsType<HoldOrder>(Assert.Single(talk.Sent));
        var until = talk.Now.AddMinutes(10);

        talk.ShopAnswers(hold, new CommandDone(Some.Order() with { OrderNo = Number, Hold = HoldState.Soft, HoldUntil = until }, null));

        Assert.Equal((HoldState.Soft, until), (talk.State.Case!.Order!.Hold, talk.State.Case.Order.HoldUntil));
    }

    [Fact]
    public void Hold_IsReleasedWhenTheCustomerGivesUp()
    {
        var talk = Talk().Opens().Says("账号充错了").Says(Number).Says("算了不弄了");

        Assert.Collection(talk.Sent, first => Assert.IsType<HoldOrder>(first), last => Assert.IsType<ReleaseOrder>(last));
        Assert.Equal(Outcome.Withdrawn, talk.Case.Outcome);
    }

    [Fact]
    public void CorrectedTarget_LikeTheWrongOne_IsAskedAgain()
    {
        var talk = Talk().Opens().Says("账号充错了").Says(Number).Says("改成正确的").Says("12345");

        Assert.Contains("note.same_value", talk.Keys);
        Assert.Equal(Asks.Account, talk.Case.Asks);
    }

    [Fact]
    public void CorrectedTarget_ThatDoesNotExist_IsAskedAgain()
    {
        var talk = Talk().Opens().Says("账号充错了").Says(Number).Says("改成正确的");
        talk.TargetOwner = TargetOwner.Invalid;
        talk.Says("67890");

        Assert.Contains("note.target_invalid", talk.Keys);
        Assert.Equal(Asks.Account, talk.Case.Asks);
    }

    [Fact]
    public void ReadBackValue_CanBeCorrected()
    {
        var talk = Talk().Opens().Says("账号充错了").Says(Number).Says("改成正确的").Says("67890").Says("不对，应该是67891");

        Assert.Equal(Asks.Confirm, talk.Case.Asks);
        Assert.Equal("67891", talk.State.Case!.Confirmation!.Changes.Account);
        Assert.Empty(talk.Moves);
    }

    [Fact]
    public void FourthChange_GoesToAPerson()
    {
        var talk = Talk();
        talk.RecentChanges = 2;
        talk.Opens().Says("面额选错").Says(Number).Says("撤单退款");
        Assert.Contains("note.last_change", talk.Keys);

        talk.RecentChanges = 3;
        talk.Says("确认撤单");
        Assert.Empty(talk.Moves);
        Assert.Equal(Stage.WithHuman, talk.Case.Stage);
    }

    [Fact]
    public void Shadow_AdvisesAndSendsNothing()
    {
        var talk = Talk();
        talk.Commands = CommandMode.Shadow;
        talk.Opens().Says("面额选错").Says(Number).Says("撤单退款").Says("确认撤单");

        Assert.Empty(talk.Sent);
        Assert.Contains(talk.Events, happened => happened is AdvisedOnly);
        Assert.Equal(Stage.WithHuman, talk.Case.Stage);
    }

    [Fact]
    public void Off_SendsEverybodyToAPerson()
    {
        var talk = Talk();
        talk.Commands = CommandMode.Off;
        talk.Opens().Says("账号充错了");

        Assert.Equal(Stage.WithHuman, talk.Case.Stage);
        Assert.Empty(talk.Sent);
    }
}
