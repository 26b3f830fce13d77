using CardShop.Sandbox.Contract;
using CardShop.Sandbox.Http;
using CardShop.Sandbox.Orders;
using CardShop.Sandbox.Store;
using CardShop.ShopContract;
using Microsoft.AspNetCore.Http;

namespace CardShop.Sandbox.Site;

/// <summary>
/// Finds an order for the page: the signed-in customer's own, or a guest's by <c>?contact=</c> or <c>?queryPassword=</c>. Anybody else's is not there.
/// Guessing by guests is throttled like any lookup; a sign-in is no guess.
/// </summary>
internal sealed class OwnOrders(Sessions sessions, Books books, OrderFinder finder)
{
    public async Task<ShopOrder> FindAsync(HttpContext http, string number, CancellationToken cancellationToken)
    {
        var query = http.Request.Query;
        var (contact, queryPassword) = (Given(query["contact"]), Given(query["queryPassword"]));
        if (contact is not null || queryPassword is not null)
        {
            return await finder.FindAsync(new LookupRequest(number, null, contact, queryPassword), cancellationToken);
        }

        var customer = sessions.CustomerOf(http) ?? throw ProblemException.NotFound();
        var order = await books.OrderAsync(number, cancellationToken);
        return order.CustomerId == customer.Id ? order : throw ProblemException.NotFound();
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
