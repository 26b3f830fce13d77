using CardShop.Sandbox.Http;
using CardShop.Sandbox.Orders;
using CardShop.Sandbox.Store;
using CardShop.ShopContract;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Sandbox.Contract;

/// <summary>Finds an order by any of its numbers for somebody who proves a right to it (DESIGN.md, decision 7).</summary>
internal sealed class OrderFinder(Books books, LookupThrottle throttle)
{
    /// <exception cref="ProblemException">404 when there is none or the proof is wrong, alike; 429 after too many of those.</exception>
    public async Task<ShopOrder> FindAsync(LookupRequest request, CancellationToken cancellationToken)
    {
        var number = request.Number.Trim().ToUpperInvariant();
        var asker = request.CustomerId ?? (request.Contact is { } contact ? GuestProof.Plain(contact) : null);
        if (throttle.Begin(number, asker) is { } wait)
        {
            throw ProblemException.Throttled(wait);
        }

        var order = await books.ReadAsync(
            (db, token) => db.Orders.FirstOrDefaultAsync(known => known.OrderNo == number || known.PaymentNo == number || known.MerchantNo == number, token),
            cancellationToken);
        if (order is null || !MaySee(order, request))
        {
            throw ProblemException.NotFound();
        }

        throttle.Succeeded(number, asker);
        return order;
    }

    private static bool MaySee(ShopOrder order, LookupRequest request) =>
        (request.CustomerId is not null && request.CustomerId == order.CustomerId) || GuestProof.Fits(order, request.Contact, request.QueryPassword);
}
