using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>What is no mistaken order: goods that don't arrive or don't work (T9, D11), and customers who were tricked (T10).</summary>
public sealed class DeliveryAndFraudTests
{
    private const string Number = "KM2026112200001";

    /// <summary>T9, D11: slow but within the usual time is no mistake: until when is said, and that is all.</summary>
    [Fact]
    public void LateWithinTheUsualTime_HearsUntilWhen_AndIsAskedNoneOfTheMistakesQuestions()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says("怎么还没到账");
        Assert.Equal((Asks.Order, Stage.FindingOrder), (talk.Case.Asks!.Value, talk.Case.Stage));

        talk.Says(Number);
        Assert.Equal(["delivery.status", "delivery.wait"], talk.Keys);
        Assert.Contains("14:28", talk.Said[^1].Text, StringComparison.Ordinal);
        Assert.Equal((Stage.Closed, Outcome.NothingLost), (talk.Case.Stage, talk.Case.Outcome));
        Assert.Empty(talk.Sent);
    }

    /// <summary>T9, D11: later than usual, a person takes over with the facts.</summary>
    [Fact]
    public void LaterThanUsual_GoesToAPerson_WithTheOrder()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Waits(TimeSpan.FromHours(1)).Opens().Says($"{Number} 一直没到账");

        Assert.Equal((Stage.WithHuman, (Outcome?)null), (talk.Case.Stage, talk.Case.Outcome));
        Assert.Contains("delivery.status", talk.Keys);
        Assert.Equal(Number, Assert.Single(talk.Case.Orders).No);
        Assert.Equal(PersonCause.Delivery, talk.Events.OfType<PersonCalled>().Single().Cause);
    }

    [Fact]
    public void CodeThatDoesNotWork_GoesToAPerson()
    {
        var talk = new Script().With(Some.Facts(Some.Order() with { Goods = GoodsKind.CardCode, Delivery = DeliveryState.Delivered })).Opens().Says($"卡密无效，订单 {Number}");

        Assert.Equal(Stage.WithHuman, talk.Case.Stage);
        Assert.Contains("已到账", talk.Said.Single(said => said.Key == "delivery.status").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void MistakeToldInstead_TakesItsOwnWay()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says("怎么还没到账").Says("不对，是账号充错了").Says(Number);

        Assert.Equal(Stage.Explaining, talk.Case.Stage);
    }

    /// <summary>T10: whoever was tricked is told to call 110 at once, the order is held, and a person takes over.</summary>
    [Fact]
    public void TrickedCustomer_IsToldToCallThePolice_AndTheOrderIsHeld()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says($"我被骗了，有人让我买卡报卡密给他，订单 {Number}");

        Assert.Equal("answer.fraud", talk.Said[0].Key);
        Assert.Contains("110", talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Contains("fraud.held", talk.Keys);
        Assert.Equal(Number, Assert.IsType<HoldOrder>(Assert.Single(talk.Sent)).OrderNo);
        Assert.Equal(Stage.WithHuman, talk.Case.Stage);
    }

    [Fact]
    public void TrickedCustomer_WhoseOrderHasGoneOut_StillGetsAPersonAtOnce()
    {
        var talk = new Script().With(Some.Facts(Some.Order() with { Delivery = DeliveryState.Delivered })).Opens().Says("被骗了，骗子让我充的");

        Assert.Empty(talk.Sent);
        Assert.Equal(Stage.WithHuman, talk.Case.Stage);
    }
}
