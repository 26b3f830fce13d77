using CardShop.Dialogs.Shop;
using CardShop.Sandbox.Events;
using CardShop.Sandbox.Orders;
using CardShop.Sandbox.Store;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Sandbox.Life;

/// <summary>
/// Moves live orders on: booked, shipping, delivered, each when its time has come. A held order waits until its lease ends. Money that is on its way back arrives,
/// whether the order is live or not. The bot is told of both.
/// </summary>
internal sealed class OrderLife(Books books, Pace pace, SandboxClock clock) : IDueWork
{
    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        // Most of the time nothing is due: looking is free, writing is not.
        if (await books.ReadAsync(async (db, token) => await DueOf(db).AnyAsync(token) || await ArrivedOf(db).AnyAsync(token), cancellationToken))
        {
            await books.WriteAsync(
                async (db, token) =>
                {
                    foreach (var order in await DueOf(db).ToListAsync(token))
                    {
                        MoveOn(db, order);
                    }

                    foreach (var order in await ArrivedOf(db).ToListAsync(token))
                    {
                        order.Become(order.State with { ArrivalToTell = null });
                        db.TellChanged(order, clock.GetUtcNow());
                    }
                },
                cancellationToken);
        }
    }

    /// <summary>When the order takes its next step, with any hold counted in; null when it takes none.</summary>
    public static DateTimeOffset? NextStepOf(ShopOrder order) => order switch
    {
        { Live: false } or { State.Frozen: true } or { State.NextStepAt: null } => null,
        { State: { HeldUntil: { } end, NextStepAt: { } step } } when end > step => end,
        _ => order.State.NextStepAt,
    };

    private IQueryable<ShopOrder> DueOf(SandboxDb db)
    {
        var now = clock.GetUtcNow();
        return db.Orders.Where(order =>
            order.Live && !order.State.Frozen && order.State.NextStepAt <= now && (order.State.HeldUntil == null || order.State.HeldUntil <= now));
    }

    private IQueryable<ShopOrder> ArrivedOf(SandboxDb db)
    {
        var now = clock.GetUtcNow();
        return db.Orders.Where(order => order.State.ArrivalToTell <= now);
    }

    /// <summary>Takes every step that is due, each at its own moment: after a long jump of the clock an order has lived through all of it.</summary>
    private void MoveOn(SandboxDb db, ShopOrder order)
    {
        var (now, before) = (clock.GetUtcNow(), order.Version);
        while (NextStepOf(order) is { } at && at <= now)
        {
            order.Become(pace.Begin(Step(order.State, at), at));
        }

        if (order.Version != before)
        {
            db.TellChanged(order, now);
        }
    }

    private static OrderState Step(OrderState order, DateTimeOffset at) => order switch
    {
        { HasMoney: true, Delivery: DeliveryState.None or DeliveryState.Queued } => order with { Delivery = DeliveryState.Processing, HeldUntil = null, HeldFor = null },
        { HasMoney: true, Delivery: DeliveryState.Processing } => order with { Delivery = DeliveryState.Delivered },
        { HasMoney: false, ChannelRecord: ChannelRecord.Paid, Payment: PaymentState.Unpaid or PaymentState.Confirming } => Booked(order, at),
        _ => order,
    };

    /// <summary>The payment is in the shop's books from this moment; the golden window starts with it.</summary>
    public static OrderState Booked(OrderState order, DateTimeOffset at) => order with
    {
        Payment = PaymentState.Paid,
        ChannelRecord = ChannelRecord.Paid,
        PaidAt = at,
        PaidFen = order.AmountFen,
        Delivery = DeliveryState.Queued,
    };
}
