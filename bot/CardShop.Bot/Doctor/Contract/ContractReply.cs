using System.Net.Http.Headers;
using CardShop.Bot.Shop;

namespace CardShop.Bot.Doctor.Contract;

/// <summary>What the shop answered to one request of the acceptance test.</summary>
/// <param name="Asked">Method and route, for findings.</param>
/// <param name="Shop">Status and body.</param>
/// <param name="Headers">The headers.</param>
internal sealed record ContractReply(string Asked, ShopReply Shop, HttpResponseHeaders Headers)
{
    /// <summary>The HTTP status.</summary>
    public int Status => Shop.Status;

    /// <summary>The body of an answer with this status, read as strictly as the bot reads it.</summary>
    /// <exception cref="CheckFailedException">Another status, or another shape.</exception>
    public T Expect<T>(int status = 200)
        where T : class
    {
        ExpectStatus(status);
        return Shop.Read<T>() ?? throw new CheckFailedException($"{Asked} answered {Status} with a body that is no {typeof(T).Name} of the contract");
    }

    /// <summary>A refusal with this status and code.</summary>
    /// <exception cref="CheckFailedException">Anything else.</exception>
    public ShopContract.ShopProblem ExpectRefusal(int status, params string[] codes)
    {
        var problem = Expect<ShopContract.ShopProblem>(status);
        CheckFailedException.Unless(codes.Contains(problem.Code), $"{Asked} answered {Status} with the code '{problem.Code}', where the contract has {string.Join(" or ", codes)}");
        return problem;
    }

    /// <exception cref="CheckFailedException">Another status.</exception>
    public void ExpectStatus(int status) =>
        CheckFailedException.Unless(Status == status, $"{Asked} answered {Status}, where the contract has {status}{CodeOfRefusal()}");

    private string CodeOfRefusal() => Shop.Read<ShopContract.ShopProblem>() is { } problem ? $" ({problem.Code}: {problem.Title})" : "";
}
