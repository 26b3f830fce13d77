using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>Rules that no longer story shows, each in a conversation as short as it can be.</summary>
public sealed class RuleTests
{
    private const string Number = "KM2026112200001";

    /// <summary>T1, V1: a wrong region is one field of the target, and the tip afterwards is about it.</summary>
    [Fact]
    public void WrongRegion_IsChanged_AndOnlyTheRegion()
    {
        var talk = Talk(Some.Order() with { Target = new Target("12345", Region: "祖安") }).Says($"{Number} 充错区了，要改成艾欧尼亚");
        Assert.Equal("ask.confirm.modify", talk.Said[^1].Key);
        talk.Says("确认");

        var changes = Assert.IsType<ModifyOrder>(Assert.Single(talk.Moves)).Changes;
        Assert.Equal(("艾欧尼亚", null), (changes.Region, changes.Account));
        Assert.Contains("tip.wrong_region", talk.ShopDoes().Keys);
    }

    /// <summary>T2, T5: a wrong face value can be changed as long as fulfilment has not begun; V5: one tip, not all of them.</summary>
    [Fact]
    public void WrongFaceValue_IsChanged_AndOneTipIsTold()
    {
        var talk = Talk(Some.Order() with { Denomination = "100元", AmountFen = 9800 }).Says($"{Number} 面额选错了").Says("改成正确的").Says("10元");
        Assert.Equal("ask.confirm.modify", talk.Said[^1].Key);
        talk.Says("确认");

        Assert.Equal("10元", Assert.IsType<ModifyOrder>(Assert.Single(talk.Moves)).Changes.Denomination);
        Assert.Equal("tip.wrong_denomination", Assert.Single(talk.ShopDoes().Keys, key => key.StartsWith("tip.", StringComparison.Ordinal)));
    }

    /// <summary>T3, V3: after a double order the tip is the order confirmation.</summary>
    [Fact]
    public void DoubleOrder_EndsWithTheTipThatWouldHavePreventedIt()
    {
        var talk = Talk(Some.Order()).Says($"{Number} 重复下单了").Says("确认").ShopDoes();

        Assert.Contains("确认提醒", talk.Said[^1].Text, StringComparison.Ordinal);
    }

    /// <summary>T7, P6: the payment record decides; until it is known, neither paid nor unpaid is said.</summary>
    [Theory]
    [InlineData(PaymentState.Confirming, ChannelRecord.Unknown, "cause.payment_confirming")]
    [InlineData(PaymentState.Unpaid, ChannelRecord.Paid, "cause.paid_not_booked")]
    [InlineData(PaymentState.Paid, ChannelRecord.Paid, "cause.paid_and_booked")]
    public void ClosedPaymentPage_IsSettledByThePaymentRecord(PaymentState payment, ChannelRecord channel, string key)
    {
        var talk = Talk(Some.Order() with { Payment = payment, ChannelRecord = channel }).Says($"{Number} 付了款没确认，页面关了");

        Assert.Contains(key, talk.Keys);
    }

    /// <summary>P7: not only the clock. An order that ships inside the window goes by review.</summary>
    [Fact]
    public void ShippingInsideTheWindow_GoesByReview()
    {
        var talk = Talk(Some.Order() with { Delivery = DeliveryState.Processing }).Says($"{Number} 账号充错了");

        Assert.Equal((Stage.Evidence, CasePath.ManualReview), (talk.Case.Stage, talk.Case.Path));
    }

    /// <summary>P8: the shop refuses what it allowed a second ago; it is said, and what was entered is kept.</summary>
    [Fact]
    public void RefusalBecauseItShipped_GoesOnWithWhatWasEntered()
    {
        var talk = Talk(Some.Order()).Says($"{Number} 账号充错了，改成67890").Says("确认");
        talk.ShopAnswers(new CommandRefused("already_shipped", Some.Order() with { Version = 2, Delivery = DeliveryState.Processing }));

        Assert.Contains("refused.already_shipped", talk.Keys);
        Assert.Equal("67890", talk.State.Case!.Wanted.Account);
    }

    /// <summary>P9, D9: a wanted action that the shop calls impossible is not promised; the other one is offered.</summary>
    [Fact]
    public void ChangeThatIsImpossible_BecomesTheCancellationThatIsNot()
    {
        var talk = new Script().With(Some.Facts(Some.Order(), modify: new Capability(Verdict.Impossible))).Opens().Says($"{Number} 账号充错了，改成67890");

        Assert.Equal("ask.confirm.cancel", talk.Said[^1].Key);
        Assert.Contains("note.only_cancel", talk.Keys);
    }

    /// <summary>P10, D3: a delivered code that nobody has revealed counts as not shipped; one that was seen is hard to take back, and that is said.</summary>
    [Theory]
    [InlineData(false, Stage.Explaining)]
    [InlineData(true, Stage.Evidence)]
    public void DeliveredCode_GoesByWhetherItWasSeen(bool revealed, Stage stage)
    {
        var talk = Talk(Some.Order() with { Goods = GoodsKind.CardCode, Target = new Target(), Delivery = DeliveryState.Delivered, CodeRevealed = revealed }).Says($"{Number} 商品买错了");

        Assert.Equal(stage, talk.Case.Stage);
        Assert.Equal(revealed, talk.Keys.Contains("cause.code_seen"));
    }

    /// <summary>D12: the customer's own language is kept from turn to turn; a name in another script does not flip it.</summary>
    [Fact]
    public void Language_IsKept()
    {
        var talk = Talk(Some.Order() with { Target = new Target("12345", Region: "祖安") }).Says("I picked the wrong server").Says(Number).Says("Change it").Says("艾欧尼亚");

        Assert.All(talk.Said, said => Assert.Equal("en-US", said.Locale));
    }

    private static Script Talk(Order order) => new Script().With(Some.Facts(order)).Opens();
}
