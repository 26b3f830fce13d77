using CardShop.Dialogs.Shop;

namespace CardShop.Bot.Tests.Fakes;

/// <summary>Orders and commands for tests that do not care about their details.</summary>
internal static class Orders
{
    public const string CaseNumber = "CS-261122-7K3QF";

    public static Order Paid(string orderNo, long version = 1) => new()
    {
        OrderNo = orderNo,
        Version = version,
        Product = "Q币",
        Denomination = "100元",
        AmountFen = 10_000,
        CreatedAt = new DateTimeOffset(2026, 11, 22, 3, 58, 0, TimeSpan.Zero),
        Payment = PaymentState.Paid,
    };

    public static CancelOrder Cancel(int count = 1, string orderNo = "O-1") =>
        new() { Key = $"{CaseNumber}.cancel.{count}", OrderNo = orderNo, CaseNumber = CaseNumber, ExpectedVersion = 1 };

    public static HoldOrder Hold(int count = 1, string orderNo = "O-1") =>
        new() { Key = $"{CaseNumber}.hold.{count}", OrderNo = orderNo, CaseNumber = CaseNumber, Lease = TimeSpan.FromMinutes(10) };
}
