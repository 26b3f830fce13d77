using CardShop.Dialogs.Shop;
using CardShop.Sandbox.Orders;
using CardShop.Sandbox.Store;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Sandbox.Site;

/// <summary>Notices that an order repeats another of the same buyer, a short while ago (rule T6). It is noted, never refused: some people do want two.</summary>
internal static class Duplicates
{
    private static readonly TimeSpan ShortWhile = TimeSpan.FromMinutes(10);

    public static async Task<string?> FindAsync(SandboxDb db, ShopOrder order, CancellationToken cancellationToken)
    {
        var since = order.CreatedAt - ShortWhile;
        var recent = await db.Orders
            .Where(known => known.CustomerId == order.CustomerId && known.Contact == order.Contact && known.CreatedAt >= since)
            .OrderBy(known => known.CreatedAt)
            .ToListAsync(cancellationToken);
        return (order.CustomerId ?? order.Contact) is null ? null : recent.FirstOrDefault(known => IsSame(known.State, order.State))?.OrderNo;
    }

    private static bool IsSame(OrderState first, OrderState second) =>
        first.Payment is not (PaymentState.Closed or PaymentState.Refunded)
        && (first.Product, first.Denomination, first.Quantity, first.Target) == (second.Product, second.Denomination, second.Quantity, second.Target);
}
