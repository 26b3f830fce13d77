using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Tests.RandomConversations;

/// <summary>Orders in every state; most of them can still be settled at once, since that is where money moves.</summary>
internal static class RandomOrders
{
    private static readonly Target[] Targets =
        [new("12345678"), new(Phone: "13900001111"), new("88001234", null, "艾欧尼亚"), new(), new("7001", "13700002222", "华东一区"), new(Region: "国服")];

    private static readonly string?[] Methods = ["微信支付", "余额", null];

    public static OrderFacts Make(Random random, int at, string? customer)
    {
        var minutes = random.Next(4) == 0 ? random.Next(0, 60) : random.Next(0, 13);
        var paid = random.Next(3) > 0 ? PaymentState.Paid : One<PaymentState>(random);
        var isUnpaid = paid is PaymentState.Unpaid or PaymentState.Closed;
        var order = new Order
        {
            OrderNo = Words.OrderNumbers[at],
            Version = random.Next(1, 4),
            CustomerId = random.Next(8) == 0 ? "c-9" : customer,
            Product = random.Next(2) == 0 ? "Q币" : "王者荣耀点券",
            Denomination = random.Next(3) switch { 0 => "10元", 1 => "100元", _ => "月卡" },
            Quantity = random.Next(6) == 0 ? 2 : 1,
            AmountFen = random.Next(1, 100_000),
            Target = Targets[random.Next(Targets.Length)],
            Goods = random.Next(5) == 0 ? GoodsKind.CardCode : GoodsKind.Topup,
            Payment = paid,
            ChannelRecord = isUnpaid && random.Next(3) > 0 ? ChannelRecord.None : One<ChannelRecord>(random),
            Delivery = random.Next(3) > 0 ? DeliveryState.Queued : One<DeliveryState>(random),
            Hold = random.Next(12) == 0 ? HoldState.Frozen : HoldState.None,
            CreatedAt = Some.Now.AddMinutes(-minutes - 1),
            PaidAt = isUnpaid ? null : Some.Now.AddMinutes(-minutes),
            TargetOwner = One<TargetOwner>(random),
            IdentityBound = random.Next(2) == 0,
            CodeRevealed = random.Next(2) == 0,
            PaymentMethod = Methods[random.Next(Methods.Length)],
        };
        return Some.Facts(order, Capability(random), Capability(random), Capability(random));
    }

    /// <summary>An order that looks like another one, placed once more (T6); what has become of it is its own.</summary>
    public static OrderFacts Alike(OrderFacts first, OrderFacts other) => other with
    {
        Order = other.Order with
        {
            CustomerId = first.Order.CustomerId,
            Product = first.Order.Product,
            Denomination = first.Order.Denomination,
            Quantity = first.Order.Quantity,
            AmountFen = first.Order.AmountFen,
            Target = first.Order.Target,
        },
    };

    public static T One<T>(Random random)
        where T : struct, Enum
    {
        var all = Enum.GetValues<T>();
        return all[random.Next(all.Length)];
    }

    private static Capability Capability(Random random) =>
        new(random.Next(4) > 0 ? Verdict.Allowed : One<Verdict>(random), WidensWindow: random.Next(6) == 0);
}
