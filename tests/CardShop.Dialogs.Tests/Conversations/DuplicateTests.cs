using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>The same order placed twice: the bot finds the twins, the customer says which one goes, and each is settled by its own state (rules T6, P4, P5, D2).</summary>
public sealed class DuplicateTests
{
    private const string First = "KM2026112200001";
    private const string Second = "KM2026112200002";
    private const string Other = "KM2026112200003";

    [Fact]
    public void Twins_AreFoundByTheBot_AndTheOneToKeepIsNamed()
    {
        var talk = Twins().Says("重复下单了");
        Assert.Equal("ask.order.duplicate", talk.Said[^1].Key);
        Assert.Equal([First, Second, "human"], talk.Said[^1].Options.Select(option => option.Id).Order(StringComparer.Ordinal));

        talk.Says(Second);
        Assert.Contains(First, talk.Said.Single(said => said.Key == "order.twin").Text, StringComparison.Ordinal);
        Assert.Equal((Stage.Confirming, CasePath.MergedRefund), (talk.Case.Stage, talk.Case.Path));

        talk.Says("确认").ShopDoes();
        Assert.Equal(Second, Assert.IsType<CancelOrder>(Assert.Single(talk.Moves)).OrderNo);
        Assert.Equal(Outcome.Cancelled, talk.Case.Outcome);
    }

    [Fact]
    public void UnpaidTwin_IsCancelledAtOnce_WithoutARefund()
    {
        var talk = Twins(second: order => order with { Payment = PaymentState.Unpaid, ChannelRecord = ChannelRecord.None, PaidAt = null }).Says("点了两次，重复了").Says(Second);

        Assert.Equal(CasePath.DirectCancelUnpaid, talk.Case.Path);
        Assert.Equal("ask.confirm.cancel_unpaid", talk.Said[^1].Key);
    }

    [Fact]
    public void OrdersThatDiffer_AreNoTwins()
    {
        var talk = Twins(second: order => order with { Denomination = "50元" }).Says("重复下单了");

        Assert.Equal("ask.order.pick", talk.Said[^1].Key);
    }

    [Fact]
    public void OrderOfAnotherDay_IsNoTwin()
    {
        var order = Some.Order();

        Assert.Empty(Duplicates.Among([order, order with { OrderNo = Second, CreatedAt = order.CreatedAt.AddDays(-2) }], TimeSpan.FromHours(24)));
        Assert.Equal(2, Duplicates.Among([order, order with { OrderNo = Second, CreatedAt = order.CreatedAt.AddDays(-2), DuplicateOf = First }], TimeSpan.FromHours(24)).Count);
        Assert.Empty(Duplicates.Among([order, order with { OrderNo = Second, Payment = PaymentState.Refunded }], TimeSpan.FromHours(24)));
    }

    private static Script Twins(Func<Order, Order>? second = null)
    {
        var twin = Some.Order() with { OrderNo = Second, CreatedAt = Some.Order().CreatedAt.AddSeconds(20) };
        return new Script()
            .With(Some.Facts(Some.Order()))
            .With(Some.Facts(second?.Invoke(twin) ?? twin))
            .With(Some.Facts(Some.Order() with { OrderNo = Other, Product = "话费", Target = new Target(Phone: "13800001111") }))
            .Opens();
    }
}
