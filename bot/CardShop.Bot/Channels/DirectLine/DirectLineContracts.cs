using System.Text.Json;
using System.Text.Json.Serialization;
using CardShop.Activities;
using CardShop.Bot.Channels.Problems;

namespace CardShop.Bot.Channels.DirectLine;

/// <summary>What may be told when a token is minted or a conversation begun; all of it is optional, and so is the body.</summary>
internal sealed record DirectLineStart(ChannelAccount? User = null, IReadOnlyList<string>? TrustedOrigins = null, string? Locale = null)
{
    /// <summary>How long an id of the shop's may be.</summary>
    private const int LongestUser = 128;

    /// <summary>Web Chat makes up such an id for whoever opens it.</summary>
    private const string MadeUpPrefix = "r_";

    /// <summary>The signed-in customer, if the one who tells is to be believed; an id that a page made up proves nothing.</summary>
    [JsonIgnore]
    public string? CustomerId => User?.Id is { Length: > 0 } id && !id.StartsWith(MadeUpPrefix, StringComparison.Ordinal) ? id : null;

    /// <summary>Reads the body of a request; exactly one of the two is not null.</summary>
    public static async Task<(DirectLineStart? Read, ChannelProblem? Problem)> ReadAsync(HttpRequest request)
    {
        var body = await RequestBody.ReadAsync(request);
        if (body is not { Length: > 0 })
        {
            return body is null ? (null, ChannelProblem.TooLarge) : (new DirectLineStart(), null);
        }

        try
        {
            var start = JsonSerializer.Deserialize(body, DirectLineJson.Default.DirectLineStart) ?? new DirectLineStart();
            return start.User?.Id?.Length > LongestUser ? (null, ChannelProblem.LongUser) : (start, null);
        }
        catch (JsonException)
        {
            return (null, ChannelProblem.NotJson);
        }
    }
}

/// <summary>A conversation and what opens it.</summary>
/// <param name="ConversationId">The one conversation.</param>
/// <param name="Token">The token.</param>
/// <param name="ExpiresIn">Its lifetime, in seconds.</param>
/// <param name="StreamUrl">Where the socket is; only told to the one who begins or goes on with the conversation.</param>
internal sealed record DirectLineOpening(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null);

/// <summary>The JSON of the channel's own requests and answers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DirectLineStart))]
[JsonSerializable(typeof(DirectLineOpening))]
internal sealed partial class DirectLineJson : JsonSerializerContext;
