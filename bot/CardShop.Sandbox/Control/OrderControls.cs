using CardShop.Dialogs.Shop;
using CardShop.Sandbox.Events;
using CardShop.Sandbox.Http;
using CardShop.Sandbox.Life;
using CardShop.Sandbox.Orders;
using CardShop.Sandbox.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Sandbox.Control;

/// <summary>Orders in any state, and the ledger of what was done to them.</summary>
internal static class OrderControls
{
    public static async Task<IResult> CreateAsync(HttpContext http, OrderMaker maker, Books books, ControlView view, SandboxClock clock)
    {
        var spec = await http.ReadAsync<OrderSpec>();
        var order = await books.WriteAsync(
            async (db, token) =>
            {
                var made = maker.Make(spec, clock.GetUtcNow());
                if (await db.Orders.AnyAsync(known => known.OrderNo == made.OrderNo, token))
                {
                    throw new ProblemException(StatusCodes.Status409Conflict, "order_exists", "There is an order with that number already.");
                }

                return db.Orders.Add(made).Entity;
            },
            CancellationToken.None);
        return view.Show(order, StatusCodes.Status201Created);
    }

    public static async Task<IResult> ReadAsync(string no, Books books, ControlView view, CancellationToken cancellationToken) =>
        view.Show(await books.OrderAsync(no, cancellationToken));

    public static async Task<IResult> AdvanceAsync(string no, HttpContext http, Books books, ControlView view, Pace pace, EventPusher pusher, SandboxClock clock)
    {
        var request = await http.ReadAsync<AdvanceRequest>();
        Check.That(request != new AdvanceRequest(), "delivery or payment is needed.");
        var order = await books.WriteAsync(
            async (db, token) =>
            {
                var known = await db.OrderAsync(no, token);
                var now = clock.GetUtcNow();
                var next = Advance(known.State, request, now);
                known.Become(known.Live ? pace.Begin(next, now) : next);
                db.TellChanged(known, now);
                return known;
            },
            CancellationToken.None);
        await pusher.TryPushAsync();
        return view.Show(order);
    }

    public static async Task<IResult> LedgerAsync(Books books, CancellationToken cancellationToken)
    {
        var entries = await books.ReadAsync((db, token) => db.Ledger.OrderBy(entry => entry.Id).ToListAsync(token), cancellationToken);
        return Answer.Ok<IReadOnlyList<LedgerLine>>(
            [.. entries.Select(entry => new LedgerLine(entry.OrderNo, entry.Action, entry.IdempotencyKey, entry.ExpectedVersion, entry.Done, entry.Result))]);
    }

    /// <summary>Money follows the payment, so that the order stays one that could be.</summary>
    private static OrderState Advance(OrderState order, AdvanceRequest request, DateTimeOffset now)
    {
        var paid = (request.Payment ?? order.Payment) switch
        {
            PaymentState.Paid when order.PaidAt is null => OrderLife.Booked(order, now),
            PaymentState.Refunded => order with { Payment = PaymentState.Refunded, RefundedFen = order.PaidFen, RefundExpectedBy = now, NextStepAt = null },
            PaymentState.PartRefunded => order with { Payment = PaymentState.PartRefunded, RefundedFen = order.PaidFen / 2, RefundExpectedBy = now },
            var payment => order with { Payment = payment },
        };
        return paid with { Delivery = request.Delivery ?? paid.Delivery };
    }
}
