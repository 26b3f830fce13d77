using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>The same order placed twice: the bot finds the twins, the customer says which one goes, and each is settled by its own state (rules T6, P4, P5, D2).</summary>
public sealed class DuplicateTests
{
    private const string First = "KM2026112200001";
    private const string Second = "KM2026112200002";
    private const string Other = "KM2026112200003";
    private const string Third = "KM2026112200004";

    [Fact]
    public void Twins_AreFoundByTheBot_AndTheOneToKeepIsNamed()
    {
        var talk = Twins().Says("重复下单了");
        Assert.Equal("ask.order.stays", talk.Said[^1].Key);
        Assert.Equal([First, Second, "human", "other_order"], talk.Said[^1].Options.Select(option => option.Id).Order(StringComparer.Ordinal));

        talk.Says(First);
        Assert.Contains(First, talk.Said.Single(said => said.Key == "order.twin").Text, StringComparison.Ordinal);
        Assert.Equal((Stage.Confirming, CasePath.MergedRefund), (talk.Case.Stage, talk.Case.Path));

        talk.Says("确认").ShopDoes();
        Assert.Equal(Second, Assert.IsType<CancelOrder>(Assert.Single(talk.Moves)).OrderNo);
        Assert.Equal(Outcome.Cancelled, talk.Case.Outcome);
    }

    [Fact]
    public void UnpaidTwin_IsCancelledAtOnce_WithoutARefund()
    {
        var talk = Twins(second: order => order with { Payment = PaymentState.Unpaid, ChannelRecord = ChannelRecord.None, PaidAt = null }).Says("点了两次，重复了").Says(First);

        Assert.Equal(CasePath.DirectCancelUnpaid, talk.Case.Path);
        Assert.Equal("ask.confirm.cancel_unpaid", talk.Said[^1].Key);
    }

    /// <summary>D2: three alike. One choice, one read-back that names both that go, one yes, two commands, one refund told.</summary>
    [Fact]
    public void ThreeAlike_AreSettledByOneYes()
    {
        var talk = Three().Says("重复下单了").Says(Second);
        Assert.Equal("ask.confirm.cancel_several", talk.Said[^1].Key);
        Assert.All([First, Third], number => Assert.Contains($"订单 {number}", talk.Said[^1].Text, StringComparison.Ordinal));
        Assert.Contains($"保留订单 {Second}", talk.Said[^1].Text, StringComparison.Ordinal);

        talk.Says("确认");
        Assert.Single(talk.Moves);
        talk.ShopDoes();
        Assert.Equal(Stage.Executing, talk.Case.Stage);
        talk.ShopDoes();

        Assert.Equal([First, Third], talk.Moves.Select(move => move.OrderNo).Order(StringComparer.Ordinal));
        Assert.Equal(2, talk.Moves.Select(move => move.Key).Distinct().Count());
        Assert.Equal((Stage.Closed, Outcome.Cancelled), (talk.Case.Stage, talk.Case.Outcome));
        Assert.Equal([Outcome.Cancelled, Outcome.Cancelled], talk.Case.Orders.Select(order => order.Outcome!.Value));
        Assert.Contains("¥19.60", talk.Said.Single(said => said.Key == "refund.expected").Text, StringComparison.Ordinal);
    }

    /// <summary>D2, L1: what the recipient gives back is one of them; the others are seen to afterwards.</summary>
    [Fact]
    public void OneThatTheRecipientGivesBack_LeavesTheOthersToBeSeenTo()
    {
        var talk = Three(all: order => order with { Delivery = DeliveryState.Delivered, TargetOwner = TargetOwner.Stranger }).Says("重复下单了").Says(Third);
        var first = talk.State.Case!.Order!.OrderNo;
        Assert.Equal(Stage.Coordinating, talk.Case.Stage);

        talk.RecipientSays(RecipientAnswer.Agrees, first).ShopDoes();

        Assert.Equal((first, Outcome.ReturnedByRecipient), (Assert.Single(talk.State.Case!.Settled).OrderNo, talk.State.Case!.Settled[0].Outcome));
        Assert.NotEqual(first, talk.State.Case!.Order!.OrderNo);
        Assert.Equal(Stage.Coordinating, talk.Case.Stage);
    }

    /// <summary>D2: the one that has shipped meanwhile goes by review, after the one that could be stopped.</summary>
    [Fact]
    public void OneThatHasShipped_GoesByReviewAfterwards()
    {
        var talk = Three(third: order => order with { Delivery = DeliveryState.Processing }).Says("重复下单了").Says(First);
        Assert.Contains($"订单 {Third} 这会儿不能直接撤", talk.Said[^1].Text, StringComparison.Ordinal);

        talk.Says("确认").ShopDoes();
        Assert.Equal(Second, Assert.Single(talk.Moves).OrderNo);
        Assert.Equal((Stage.Evidence, CasePath.MergedRefund), (talk.Case.Stage, talk.Case.Path));
        Assert.Equal([Second, Third], talk.Case.Orders.Select(order => order.No));
    }

    /// <summary>G2: a version that moved since the read-back is not covered by the yes.</summary>
    [Fact]
    public void OneThatMovedSince_IsReadBackAnew()
    {
        var talk = Three().Says("重复下单了").Says(First).Says("确认");
        var other = talk.Moves.Single().OrderNo == Second ? Third : Second;
        talk.With(Some.Facts(talk.Orders[other].Order with { Version = 2 })).ShopDoes();

        Assert.Single(talk.Moves);
        Assert.Equal("ask.confirm.cancel", talk.Said[^1].Key);
    }

    /// <summary>P8: the first is refused; the others, which the same yes covers, do not wait for it.</summary>
    [Fact]
    public void OneThatIsRefused_DoesNotHoldUpTheOthers()
    {
        var talk = Three().Says("重复下单了").Says(First).Says("确认");
        var refused = talk.Moves.Single();
        talk.With(Some.Facts(talk.Orders[refused.OrderNo].Order with { Version = 2, Delivery = DeliveryState.Processing }));
        talk.ShopAnswers(new CommandRefused("already_shipped", talk.Orders[refused.OrderNo].Order));
        Assert.NotEqual(refused.OrderNo, talk.Moves.Last().OrderNo);

        talk.ShopDoes();
        Assert.Equal((Stage.Evidence, CasePath.MergedRefund), (talk.Case.Stage, talk.Case.Path));
        Assert.Equal(refused.OrderNo, talk.State.Case!.Order!.OrderNo);
    }

    /// <summary>D2, R2: what has shipped is applied for together; one approval pays each back.</summary>
    [Fact]
    public void SeveralUnderReview_AreFiledTogether_AndPaidBackByOneApproval()
    {
        var talk = Three(all: order => order with { Delivery = DeliveryState.Processing }).Says("重复下单了").Says(First).Says("就这些了");
        Assert.Contains(Third, talk.Said.Single(said => said.Key.StartsWith("ask.application", StringComparison.Ordinal)).Text, StringComparison.Ordinal);

        talk.Says("确认提交").ReviewerSays(ReviewVerdict.Approve).ShopDoes().ShopDoes();
        Assert.Equal([Second, Third], talk.Moves.OfType<RefundOrder>().Select(move => move.OrderNo));
        Assert.Equal(Outcome.Refunded, talk.Case.Outcome);
    }

    /// <summary>G3: more than the limit allows is a person's, before anything was done.</summary>
    [Fact]
    public void MoreThanTheLimit_GoToAPerson()
    {
        var talk = Three();
        talk.RecentChanges = 2;
        talk.Says("重复下单了").Says(First);

        Assert.Equal(Stage.WithHuman, talk.Case.Stage);
        Assert.Empty(talk.Moves);
    }

    /// <summary>T6: two kinds of twins. The newest are asked about; who means others says so, and is not asked about the same ones again.</summary>
    [Fact]
    public void SeveralKindsOfTwins_AreAskedAboutFromTheNewestOn()
    {
        var older = Some.Order() with { Product = "话费", Target = new Target(Phone: "13800001111"), CreatedAt = Some.Now.AddHours(-2), PaidAt = Some.Now.AddHours(-2) };
        var talk = Twins().With(Some.Facts(older with { OrderNo = Third })).With(Some.Facts(older with { OrderNo = "KM2026112200005" })).Says("重复下单了");
        Assert.Equal("ask.order.stays", talk.Said[^1].Key);

        talk.Says("不是这一单");
        Assert.Equal("ask.order.duplicate", talk.Said[^1].Key);
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

    private static Script Three(Func<Order, Order>? third = null, Func<Order, Order>? all = null)
    {
        var script = new Script();
        foreach (var (number, at) in new[] { First, Second, Third }.Select((number, at) => (number, at)))
        {
            var order = Some.Order() with { OrderNo = number, CreatedAt = Some.Order().CreatedAt.AddSeconds(20 * at) };
            order = all?.Invoke(order) ?? order;
            script.With(Some.Facts(number == Third && third is not null ? third(order) : order));
        }

        return script.Opens();
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
