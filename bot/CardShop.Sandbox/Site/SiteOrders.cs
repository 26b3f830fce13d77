using CardShop.Dialogs.Shop;
using CardShop.Sandbox.Events;
using CardShop.Sandbox.Http;
using CardShop.Sandbox.Life;
using CardShop.Sandbox.Orders;
using CardShop.Sandbox.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Sandbox.Site;

/// <summary>A customer's own orders on the page: placed, paid, looked at. Whose they are is settled before anything is said about them.</summary>
internal static class SiteOrders
{
    public static async Task<IResult> ListAsync(HttpContext http, Sessions sessions, Books books, SiteView view, CancellationToken cancellationToken)
    {
        var customer = sessions.CustomerOf(http) ?? throw new ProblemException(StatusCodes.Status401Unauthorized, "sign_in_needed", "Sign in to see your orders.");
        var orders = await books.ReadAsync((db, token) => db.OrdersOf(customer.Id).ToListAsync(token), cancellationToken);
        return await view.ShowAllAsync(orders, cancellationToken);
    }

    public static async Task<IResult> ReadAsync(string no, HttpContext http, OwnOrders own, SiteView view, CancellationToken cancellationToken) =>
        await view.ShowAsync(await own.FindAsync(http, no, cancellationToken), cancellationToken);

    public static async Task<IResult> PlaceAsync(HttpContext http, Sessions sessions, OrderForm form, Books books, SandboxClock clock, SiteView view)
    {
        var request = await http.ReadAsync<NewSiteOrder>();
        var order = form.Fill(request, sessions.CustomerOf(http)?.Id, clock.GetUtcNow());
        var placed = await books.WriteAsync(
            async (db, token) =>
            {
                if (await db.Orders.FirstOrDefaultAsync(known => known.SubmittedKey == order.SubmittedKey, token) is { } first)
                {
                    return IsSameBuyer(first, request) ? first : throw ProblemException.Invalid("submittedKey belongs to another order.");
                }

                order.DuplicateOf = await Duplicates.FindAsync(db, order, token);
                return db.Orders.Add(order).Entity;
            },
            CancellationToken.None);
        return await view.ShowAsync(placed, CancellationToken.None, StatusCodes.Status201Created);
    }

    public static async Task<IResult> PayAsync(string no, HttpContext http, OwnOrders own, Books books, Pace pace, SandboxClock clock, SiteView view)
    {
        var number = (await own.FindAsync(http, no, http.RequestAborted)).OrderNo;
        var order = await books.WriteAsync(
            async (db, token) =>
            {
                var known = await db.OrderAsync(number, token);
                if (known.State.HasMoney)
                {
                    // A second click on "pay" pays nothing.
                    return known;
                }

                var canBePaid = known.State is { Payment: PaymentState.Unpaid, ChannelRecord: ChannelRecord.None, Frozen: false };
                Conflict.Unless(canBePaid, "This order can't be paid any more.");
                var now = clock.GetUtcNow();
                known.Live = true;
                known.Become(pace.Begin(OrderLife.Booked(known.State, now), now));
                db.TellChanged(known, now);
                return known;
            },
            CancellationToken.None);
        return await view.ShowAsync(order, CancellationToken.None);
    }

    public static async Task<IResult> RevealAsync(string no, HttpContext http, OwnOrders own, Books books, SiteView view)
    {
        var number = (await own.FindAsync(http, no, http.RequestAborted)).OrderNo;
        var order = await books.WriteAsync(
            async (db, token) =>
            {
                var known = await db.OrderAsync(number, token);
                Conflict.Unless(known.CardCodes is not null && known.State is { HasMoney: true, Frozen: false }, "There is no code to show.");
                known.Become(known.State with { CodeRevealed = true });
                return known;
            },
            CancellationToken.None);
        http.Response.Headers.CacheControl = "no-store";
        return await view.ShowAsync(order, CancellationToken.None, withCodes: true);
    }

    /// <summary>Guests share no account, so a guest's key alone opens nobody's order.</summary>
    private static bool IsSameBuyer(ShopOrder order, NewSiteOrder request) =>
        order.CustomerId is not null || GuestProof.Fits(order, request.Contact, request.QueryPassword);
}
