using CardShop.Dialogs.Shop;
using CardShop.Sandbox.Demo;

namespace CardShop.Sandbox.Orders;

/// <summary>How customers pay, and how their money comes back (rule P11).</summary>
internal sealed class PaymentWays(IReadOnlyList<PaymentWay> ways)
{
    public static PaymentWays Load() => new(DemoFiles.PaymentWays());

    /// <summary>What an order is paid with when nobody says.</summary>
    public string Usual => ways[0].Name;

    /// <summary>When money that is sent back now has arrived; at once where it takes no time.</summary>
    public DateTimeOffset ArrivalOf(string method, DateTimeOffset now) => now.AddDays(Way(method).ReturnDays);

    /// <summary>Where an amount stands that comes back on an order.</summary>
    public Refund RefundOf(OrderState order, long amountFen, DateTimeOffset now) => order switch
    {
        _ when amountFen == 0 => new Refund(RefundState.None, null, null, 0),
        { RefundExpectedBy: { } expectedBy, RefundHandedOverAt: { } handedOver } when expectedBy > now && handedOver > now =>
            new Refund(RefundState.Requested, Way(order.PaymentMethod).Return, expectedBy, amountFen),
        { RefundExpectedBy: { } expectedBy } when expectedBy > now => new Refund(RefundState.Processing, Way(order.PaymentMethod).Return, expectedBy, amountFen),
        _ => new Refund(RefundState.Arrived, Way(order.PaymentMethod).Return, order.RefundExpectedBy, amountFen),
    };

    private PaymentWay Way(string method) => ways.FirstOrDefault(way => way.Name == method) ?? ways[0];
}

/// <summary>One way to pay.</summary>
/// <param name="Name">In the shop's words.</param>
/// <param name="Return">By which way the money comes back, in the shop's words.</param>
/// <param name="ReturnDays">How many days that takes; 0 is at once.</param>
internal sealed record PaymentWay(string Name, string Return, int ReturnDays);
