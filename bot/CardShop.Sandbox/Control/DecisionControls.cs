using CardShop.Sandbox.Events;
using CardShop.Sandbox.Http;
using CardShop.Sandbox.Store;
using Microsoft.AspNetCore.Http;

namespace CardShop.Sandbox.Control;

/// <summary>
/// What the other person or a reviewer says. The decision is kept, told to the bot, and answered with 202 when the bot has heard of it, or a short while later.
/// </summary>
internal static class DecisionControls
{
    public static async Task<IResult> AnswerAsync(string orderNo, HttpContext http, Books books, EventPusher pusher, SandboxClock clock)
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

                db.TellAnswer(orderNo, request.Answer, now);
            },
            CancellationToken.None);
        await pusher.TryPushAsync();
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    public static async Task<IResult> ReviewAsync(string number, HttpContext http, Books books, EventPusher pusher, SandboxClock clock)
    {
        var request = await http.ReadAsync<ReviewRequest>();
        Check.Word(number, "number");
        Check.That(request.Reason.Length <= 2000, "reason has up to 2000 characters.");
        var link = Check.WordOrNull(request.Link, "link");
        await books.WriteAsync(
            async (db, token) =>
            {
                var review = new CaseReview { Number = number, Decision = request.Decision, Reason = request.Reason, Link = link, At = clock.GetUtcNow() };
                if (await db.CaseReviews.FindAsync([number], token) is { } known)
                {
                    (known.Decision, known.Reason, known.Link, known.At) = (review.Decision, review.Reason, review.Link, review.At);
                }
                else
                {
                    db.CaseReviews.Add(review);
                }

                db.TellReview(review);
            },
            CancellationToken.None);
        await pusher.TryPushAsync();
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }
}
