using System.Text.Json;
using System.Text.Json.Nodes;
using CardShop.ShopContract;
using Microsoft.AspNetCore.Http;

namespace CardShop.Sandbox.Http;

/// <summary>Answers in the shop's JSON.</summary>
internal static class Answer
{
    private const string ProblemJson = "application/problem+json";

    public static IResult Ok<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, SandboxJson.Shop, statusCode: status);

    public static IResult Problem(ShopProblem problem) => Results.Json(problem, SandboxJson.Shop, ProblemJson, problem.Status);

    /// <summary>An answer that was written before, word for word.</summary>
    public static IResult Kept(int status, string body) =>
        Results.Text(body, status < 400 ? "application/json" : ProblemJson, statusCode: status);

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, SandboxJson.Shop);

    /// <summary>The fields of two records side by side, as one object.</summary>
    public static JsonObject Together<T, TMore>(T value, TMore more)
    {
        var both = JsonSerializer.SerializeToNode(value, SandboxJson.Shop)!.AsObject();
        foreach (var (name, field) in JsonSerializer.SerializeToNode(more, SandboxJson.Shop)!.AsObject())
        {
            both[name] = field?.DeepClone();
        }

        return both;
    }
}
