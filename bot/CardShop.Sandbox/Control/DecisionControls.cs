using CardShop.Sandbox.Http;
using CardShop.Sandbox.Store;
using Microsoft.AspNetCore.Http;

namespace CardShop.Sandbox.Control;

/// <summary>
/// What the other person or a reviewer says. The decision is kept and answered with 202: it is a fact of the shop, for whoever follows the recipient or the case to pick up.
/// </summary>
internal static class DecisionControls
{
    public static async Task<IResult> AnswerAsync(string orderNo, HttpContext http, Books books, SandboxClock clock)
    {
        var request = await http.ReadAsync<RecipientAnswerRequest>();
        await books.WriteAsync(
            async (db, token) =>
            {
                _ = await db.OrderAsync(orderNo, token);
                var now = clock.GetUtcNow();
                if (await db.RecipientAnswers.FindAsync([orderNo], token) is { } known)
                {
                    (known.Answer, known.At) = (request.Answer, now);
                }
                else
                {
                    db.RecipientAnswers.Add(new RecipientAnswer { OrderNo = orderNo, Answer = request.Answer, At = now });
                }
            },
            CancellationToken.None);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    public static async Task<IResult> ReviewAsync(string number, HttpContext http, Books books, SandboxClock clock)
    {
        var request = await http.ReadAsync<ReviewRequest>();
        Check.Word(number, "number");
        Check.That(request.Reason.Length <= 2000, "reason has up to 2000 characters.");
        var link = Check.WordOrNull(request.Link, "link");
        await books.WriteAsync(
            async (db, token) =>
            {
                var now = clock.GetUtcNow();
                if (await db.CaseReviews.FindAsync([number], token) is { } known)
                {
                    (known.Decision, known.Reason, known.Link, known.At) = (request.Decision, request.Reason, link, now);
                }
                else
                {
                    db.CaseReviews.Add(new CaseReview { Number = number, Decision = request.Decision, Reason = request.Reason, Link = link, At = now });
                }
            },
            CancellationToken.None);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }
}
