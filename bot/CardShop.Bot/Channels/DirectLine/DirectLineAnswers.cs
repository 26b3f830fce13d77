using System.Globalization;
using CardShop.Activities;
using CardShop.Activities.Json;

namespace CardShop.Bot.Channels.DirectLine;

/// <summary>Makes the answers that hand out tokens.</summary>
internal sealed class DirectLineAnswers(DirectLineTokens tokens)
{
    /// <summary>A token for a conversation, fresh from now on.</summary>
    public IResult Token(DirectLineToken token) => Answer(Opening(token), StatusCodes.Status200OK);

    /// <summary>A fresh token, and a socket that goes on from a watermark.</summary>
    public IResult Conversation(DirectLineToken token, HttpRequest request, string? watermark, bool isNew) => Answer(
        Opening(token) with { StreamUrl = StreamUrl(token, request, watermark) },
        isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);

    /// <summary>The id that an activity has now.</summary>
    public static IResult Id(string id) => Results.Json(new ResourceResponse(id), ActivitiesJson.Protocol);

    private static IResult Answer(DirectLineOpening opening, int status) =>
        Results.Json(opening, DirectLineJson.Default.DirectLineOpening, statusCode: status);

    private DirectLineOpening Opening(DirectLineToken token) => new(
        token.ConversationId,
        tokens.Mint(token with { Kind = DirectLineTokenKind.Conversation }),
        (int)DirectLineTokens.Lifetime.TotalSeconds);

    /// <summary>A full address, used by the client as it is; the token is in it because a browser can't send headers with a socket.</summary>
    private string StreamUrl(DirectLineToken token, HttpRequest request, string? watermark)
    {
        var route = $"{(request.IsHttps ? "wss" : "ws")}://{request.Host}{request.PathBase}{DirectLineEndpoints.Root}";
        var from = ActivitySet.ReadWatermark(watermark).ToString(CultureInfo.InvariantCulture);
        return $"{route}/conversations/{token.ConversationId}/stream?watermark={from}&t={tokens.Mint(token with { Kind = DirectLineTokenKind.Stream })}";
    }
}
