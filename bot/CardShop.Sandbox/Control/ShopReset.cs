using CardShop.Sandbox.Contract;
using CardShop.Sandbox.Store;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Sandbox.Control;

/// <summary>
/// Empties shop, cases and clock: the bot's books first, so that it has nothing left to send, then the shop's, then the time. The products and the customers
/// stay, they come with the program; the demo orders don't come back, since whoever resets wants to know what is there.
/// </summary>
internal sealed class ShopReset(Books books, ClockControl clock, Faults faults, LookupThrottle throttle, IdentityCodes codes, IEnumerable<IResettable> others)
{
    public async Task<ClockReading> RunAsync()
    {
        foreach (var other in others)
        {
            await other.ResetAsync(CancellationToken.None);
        }

        faults.Clear();
        throttle.Clear();
        codes.Clear();
        await books.WriteAsync(
            async (db, token) =>
            {
                await db.Orders.ExecuteDeleteAsync(token);
                await db.Ledger.ExecuteDeleteAsync(token);
                await db.Outcomes.ExecuteDeleteAsync(token);
                await db.Cases.ExecuteDeleteAsync(token);
                await db.Notices.ExecuteDeleteAsync(token);
                await db.RecipientAnswers.ExecuteDeleteAsync(token);
                await db.CaseReviews.ExecuteDeleteAsync(token);
                await db.Feed.ExecuteDeleteAsync(token);
            },
            CancellationToken.None);
        return await clock.ResetAsync();
    }
}
