using System.Text.Json.Nodes;
using CardShop.Dialogs.Shop;
using CardShop.Sandbox.Http;
using CardShop.Sandbox.Life;
using CardShop.Sandbox.Orders;
using CardShop.Sandbox.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Sandbox.Site;

/// <summary>An order as the page shows it.</summary>
internal sealed class SiteView(Books books, PaymentWays payments, SandboxClock clock)
{
    public async Task<IResult> ShowAsync(
        ShopOrder order, CancellationToken cancellationToken, int status = StatusCodes.Status200OK, bool withCodes = false) =>
        Answer.Ok(Show(order, await CasesOfAsync([order], cancellationToken), withCodes), status);

    public async Task<IResult> ShowAllAsync(IReadOnlyList<ShopOrder> orders, CancellationToken cancellationToken)
    {
        var cases = await CasesOfAsync(orders, cancellationToken);
        return Answer.Ok(new JsonObject { ["orders"] = new JsonArray([.. orders.Select(order => Show(order, cases, withCodes: false))]) });
    }

    private JsonObject Show(ShopOrder order, IReadOnlyDictionary<string, CaseRecord> cases, bool withCodes)
    {
        var now = clock.GetUtcNow();
        return Answer.Together(order.At(now), new OrderExtras
        {
            Status = StatusOf(order.State),
            WindowEndsAt = order.WindowEndsAt,
            ShipsAt = order.State.Delivery is DeliveryState.Queued ? OrderLife.NextStepOf(order) : null,
            Refund = order.State.RefundedFen > 0 ? payments.RefundOf(order.State, order.State.RefundedFen, now) : null,
            Case = cases.TryGetValue(order.OrderNo, out var record) ? new CaseOnOrder(record.Number, record.Stage, record.Outcome) : null,
            Codes = order.CardCodes?.Split('\n') is { } codes ? (withCodes ? codes : [.. codes.Select(_ => CardCodes.Masked)]) : null,
        });
    }

    /// <summary>One word for a badge, from the axis that says most.</summary>
    private static string StatusOf(OrderState order) => order switch
    {
        { Payment: PaymentState.Unpaid } => "unpaid",
        { Payment: PaymentState.Confirming } => "confirming",
        { Payment: PaymentState.Unknown } => "unknown",
        { Payment: PaymentState.Closed } or { Payment: PaymentState.Refunded, Delivery: DeliveryState.None } => "cancelled",
        { Payment: PaymentState.Refunded } => "refunded",
        { Delivery: DeliveryState.None or DeliveryState.Queued } => "queued",
        _ => order.Delivery.ToString().ToLowerInvariant(),
    };

    /// <summary>The latest case of each order.</summary>
    private async Task<IReadOnlyDictionary<string, CaseRecord>> CasesOfAsync(IReadOnlyList<ShopOrder> orders, CancellationToken cancellationToken)
    {
        var numbers = orders.Select(order => order.OrderNo).ToList();
        var cases = await books.ReadAsync(
            (db, token) => db.Cases.Where(record => numbers.Contains(record.OrderNo)).OrderBy(record => record.UpdatedAt).ToListAsync(token), cancellationToken);
        return cases.GroupBy(record => record.OrderNo).ToDictionary(group => group.Key, group => group.Last());
    }
}
