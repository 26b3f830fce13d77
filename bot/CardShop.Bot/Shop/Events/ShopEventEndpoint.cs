using System.Buffers;
using CardShop.ShopContract;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Shop.Events;

/// <summary>
/// <c>POST /api/shop/events</c>: the shop tells. Only what is signed with the shop's key is read at all; it is answered when the conversations know of it, so that
/// what was acknowledged can't be lost any more.
/// </summary>
internal sealed partial class ShopEventEndpoint(SignatureGate gate, ShopEventDesk desk, IOptions<ShopOptions> options, ILogger<ShopEventEndpoint> logger)
{
    private const int MaxBytes = 64 * 1024;
    private const string ProblemJson = "application/problem+json";

    public async Task<IResult> TakeAsync(HttpContext http)
    {
        if (await ReadAsync(http.Request) is not { } body)
        {
            return Problem(StatusCodes.Status413PayloadTooLarge, "too_large", "The body is larger than 64 KB.");
        }

        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!gate.Admits(http.Request.Method, target, body, name => http.Request.Headers[name].ToString(), options.Value.KeyId, options.Value.Secret))
        {
            return Problem(StatusCodes.Status401Unauthorized, "signature_invalid", "The request is not signed as agreed, is too old, or was seen before.");
        }

        if (!http.Request.HasJsonContentType())
        {
            return Problem(StatusCodes.Status400BadRequest, "invalid_request", "The content type must be application/json.");
        }

        return ShopEventReader.Read(body, out var fault) is { } told
            ? await TellAsync(told, http.RequestAborted)
            : Problem(StatusCodes.Status400BadRequest, "invalid_request", fault);
    }

    private async Task<IResult> TellAsync(ShopEvent told, CancellationToken cancellationToken)
    {
        try
        {
            await desk.TakeAsync(told, "push", cancellationToken);
            return Results.StatusCode(StatusCodes.Status202Accepted);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(failure, told.Id);
            return Problem(StatusCodes.Status500InternalServerError, "internal_error", "The event could not be acted on. Send it again later.");
        }
    }

    /// <summary>The body, or null when it is too large.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > MaxBytes)
            {
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static IResult Problem(int status, string code, string title) => Results.Json(new ShopProblem(code, title, status), ShopJson.Contract, ProblemJson, status);

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {Id} of the shop could not be acted on; the shop sends it again")]
    private partial void LogFailed(Exception failure, string id);
}
