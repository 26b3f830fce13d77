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
}
