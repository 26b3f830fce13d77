using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Tests;

/// <summary>Plain examples to vary.</summary>
internal static class Some
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 22, 14, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Paid two minutes ago, waiting to be shipped.</summary>
    public static Order Order() => new()
    {
        OrderNo = "KM2026112200001",
        Version = 1,
        CustomerId = "c-1",
        Product = "Q币",
        Denomination = "10元",
        AmountFen = 980,
        Target = new Target("12345"),
        Payment = PaymentState.Paid,
        ChannelRecord = ChannelRecord.Paid,
        Delivery = DeliveryState.Queued,
        CreatedAt = Now.AddMinutes(-3),
        PaidAt = Now.AddMinutes(-2),
        PaymentMethod = "微信支付",
    };

    public static OrderFacts Facts(Order order, Capability? cancel = null, Capability? modify = null, Capability? hold = null) => new(order, new Capabilities
    {
        Version = order.Version,
        Hold = hold ?? new Capability(Verdict.Allowed),
        Cancel = cancel ?? new Capability(Verdict.Allowed),
        Modify = modify ?? new Capability(Verdict.Allowed),
        Refund = new Capability(Verdict.Review),
    });

    /// <summary>What the shop sells.</summary>
    public static IReadOnlyList<Product> Products { get; } =
    [
        new("Q币", ["QQ币", "Q coins"], [new("10元", 980), new("100元", 9800)], GoodsKind.Topup, ["account"], []),
        new("移动话费", ["中国移动话费", "移动", "China Mobile top-up", "话费", "phone credit"], [new("10元", 998), new("100元", 9930)], GoodsKind.Topup, ["phone"], []),
        new("联通话费", ["中国联通话费", "联通", "China Unicom", "话费", "phone credit"], [new("10元", 995), new("100元", 9900)], GoodsKind.Topup, ["phone"], []),
        new("王者荣耀点券", ["王者点券"], [new("10元", 980), new("648元", 63504)], GoodsKind.Topup, ["account", "region"], ["微信一区", "QQ一区"]),
        new("腾讯视频会员", ["Tencent Video VIP"], [new("月卡", 2200), new("年卡", 21800)], GoodsKind.Topup, ["account"], []),
        new("Steam 充值卡", ["Steam卡"], [new("50元", 4950)], GoodsKind.CardCode, [], []),
    ];
}
