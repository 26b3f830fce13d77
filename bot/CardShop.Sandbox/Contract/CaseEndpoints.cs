using CardShop.Sandbox.Http;
using CardShop.Sandbox.Store;
using CardShop.ShopContract;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Sandbox.Contract;

/// <summary>What the bot tells the shop: its cases, and notices to customers who are not in the chat.</summary>
internal static class CaseEndpoints
{
    public static async Task<IResult> PutAsync(string number, HttpContext http, Books books)
    {
        var told = await http.ReadAsync<ShopCase>();
        Check.That(told.Number == number, "number is the one in the path.");
        Check.Word(told.OrderNo, "orderNo");
        Check.WordOrNull(told.Path, "path");
        Check.Word(told.Stage, "stage");
        var kept = await books.WriteAsync(
            async (db, token) =>
            {
                _ = await db.Orders.FindAsync([told.OrderNo], token) ?? throw ProblemException.NotFound();
                return Keep(db, await db.Cases.FindAsync([number], token), told).ToContract();
            },
            CancellationToken.None);
        return Answer.Ok(kept);
    }

    public static async Task<IResult> GetAsync(string number, Books books, CancellationToken cancellationToken)
    {
        var kept = await books.ReadAsync(async (db, token) => await db.Cases.FindAsync([number], token), cancellationToken);
        return Answer.Ok((kept ?? throw ProblemException.NotFound()).ToContract());
    }

    public static async Task<IResult> NotifyAsync(string customerId, HttpContext http, Books books, SandboxClock clock)
    {
        var request = await http.ReadAsync<NoticeRequest>();
        Check.That(request.Text.Length is >= 1 and <= 4000, "text has 1 to 4000 characters.");
        var key = http.Request.Headers.TryGetValue(ShopHeaders.IdempotencyKey, out var given) ? Check.Word(given.ToString(), ShopHeaders.IdempotencyKey) : null;
        var notice = new Notice
        {
            Key = key,
            CustomerId = customerId,
            CaseNumber = Check.Word(request.CaseNumber, "caseNumber"),
            Text = request.Text,
            Locale = Check.Word(request.Locale, "locale"),
            At = clock.GetUtcNow(),
        };
        await books.WriteAsync(
            async (db, token) =>
            {
                if (key is null || !await db.Notices.AnyAsync(known => known.Key == key, token))
                {
                    db.Notices.Add(notice);
                }
            },
            CancellationToken.None);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    /// <summary>News that was overtaken on the way changes nothing.</summary>
    private static CaseRecord Keep(SandboxDb db, CaseRecord? known, ShopCase told)
    {
        if (known is null)
        {
            return db.Cases.Add(new CaseRecord
            {
                Number = told.Number,
                OrderNo = told.OrderNo,
                Path = told.Path,
                Stage = told.Stage,
                Outcome = told.Outcome,
                UpdatedAt = told.UpdatedAt,
            }).Entity;
        }

        if (told.UpdatedAt >= known.UpdatedAt)
        {
            (known.OrderNo, known.Path, known.Stage, known.Outcome, known.UpdatedAt) = (told.OrderNo, told.Path, told.Stage, told.Outcome, told.UpdatedAt);
        }

        return known;
    }
}
