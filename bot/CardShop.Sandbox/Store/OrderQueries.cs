using CardShop.Sandbox.Http;
using CardShop.Sandbox.Orders;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Sandbox.Store;

/// <summary>The questions about orders that several features ask.</summary>
internal static class OrderQueries
{
    /// <summary>A customer's orders, newest first.</summary>
    public static IQueryable<ShopOrder> OrdersOf(this SandboxDb db, string customerId) => db.Orders
        .Where(order => order.CustomerId == customerId)
        .OrderByDescending(order => order.CreatedAt)
        .ThenByDescending(order => order.OrderNo);

    /// <exception cref="ProblemException">404: there is none.</exception>
    public static async Task<ShopOrder> OrderAsync(this Books books, string orderNo, CancellationToken cancellationToken) =>
        await books.ReadAsync((db, token) => db.Orders.FirstOrDefaultAsync(order => order.OrderNo == orderNo, token), cancellationToken)
        ?? throw ProblemException.NotFound();

    /// <exception cref="ProblemException">404: there is none.</exception>
    public static async Task<ShopOrder> OrderAsync(this SandboxDb db, string orderNo, CancellationToken cancellationToken) =>
        await db.Orders.FindAsync([orderNo], cancellationToken) ?? throw ProblemException.NotFound();
}
