using CardShop.Sandbox.Orders;
using CardShop.ShopContract;

namespace CardShop.Sandbox.Http;

/// <summary>Ends a request with a problem of the contract.</summary>
internal sealed class ProblemException(ShopProblem problem) : Exception(problem.Title)
{
    public ProblemException(int status, string code, string title)
        : this(new ShopProblem(code, title, status))
    {
    }

    public ShopProblem Problem => problem;

    /// <summary>When to try again, for 429.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static ProblemException Invalid(string title) => new(400, "invalid_request", title);

    /// <summary>One answer for what does not exist and for what the caller may not see.</summary>
    public static ProblemException NotFound() => new(404, "not_found", "There is no such thing, or it is not yours.");

    public static ProblemException Forbidden(string title) => new(403, "forbidden", title);

    public static ProblemException Throttled(TimeSpan retryAfter) =>
        new(429, "throttled", "Too many attempts that found nothing. Try again later.") { RetryAfter = retryAfter };

    public static ProblemException Refused(Refusal refusal) => new(refusal.Status, refusal.Code, refusal.Why);
}
