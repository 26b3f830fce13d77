using CardShop.Dialogs.Shop;
using CardShop.Sandbox.Orders;

namespace CardShop.Sandbox.Life;

/// <summary>How fast live orders move, by the way their product is fulfilled. Nothing is left to chance, so that a demo can be told twice.</summary>
internal sealed class Pace(Catalogue catalogue)
{
    /// <summary>How long the payment channel takes to tell the shop of money that it already has (掉单).</summary>
    private static readonly TimeSpan Booking = TimeSpan.FromMinutes(5);

    /// <summary>Sets the moment of a live order's next step; none when it takes none.</summary>
    public OrderState Begin(OrderState order, DateTimeOffset now, int? seconds = null) =>
        order with { NextStepAt = (seconds is { } chosen ? TimeSpan.FromSeconds(chosen) : WaitOf(order)) is { } wait ? now + wait : null };

    private TimeSpan? WaitOf(OrderState order) => order switch
    {
        { HasMoney: true, Delivery: DeliveryState.None or DeliveryState.Queued } => Queue(order),
        { HasMoney: true, Delivery: DeliveryState.Processing } => Processing(order),
        { Payment: PaymentState.Unpaid or PaymentState.Confirming, ChannelRecord: ChannelRecord.Paid } => Booking,
        _ => null,
    };

    private TimeSpan Queue(OrderState order) => catalogue.Find(order.Product)?.QueueSeconds is { } seconds && order.Fulfilment is Fulfilment.Manual
        ? TimeSpan.FromSeconds(seconds)
        : order.Fulfilment switch
        {
            Fulfilment.Auto => TimeSpan.FromSeconds(3),
            Fulfilment.Upstream => TimeSpan.FromSeconds(30),
            _ => TimeSpan.FromMinutes(5),
        };

    private static TimeSpan Processing(OrderState order) => order.Fulfilment switch
    {
        Fulfilment.Auto => TimeSpan.FromSeconds(2),
        Fulfilment.Upstream => TimeSpan.FromSeconds(60),
        _ => TimeSpan.FromMinutes(2),
    };
}
