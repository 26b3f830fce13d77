using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CardShop.Activities;
using CardShop.Activities.Json;
using CardShop.Bot.Channels.Problems;
using CardShop.Dialogs.Evidence;

namespace CardShop.Bot.Channels;

/// <summary>An activity that came in over HTTP: read, or refused with a reason.</summary>
/// <param name="Activity">What is understood of it.</param>
/// <param name="Json">All of it, as it was sent.</param>
internal sealed record ActivityRequest(Activity Activity, JsonObject Json)
{
    /// <summary>What became of the files that came with it.</summary>
    public IReadOnlyList<ArrivedFile> Files { get; init; } = [];

    /// <summary>Reads the body of a request; exactly one of the two is not null.</summary>
    public static async Task<(ActivityRequest? Read, ChannelProblem? Problem)> ReadAsync(HttpRequest request)
    {
        if (!IsJson(request))
        {
            return (null, ChannelProblem.NotJsonMedia);
        }

        if (await RequestBody.ReadAsync(request) is not { } body)
        {
            return (null, ChannelProblem.TooLarge);
        }

        return ActivityReader.TryRead(body, out var activity, out var json, out var fault)
            ? (new ActivityRequest(activity, json), null)
            : (null, Of(fault));
    }

    private static bool IsJson(HttpRequest request) =>
        request.HasJsonContentType()
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (type.CharSet is null || type.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static ChannelProblem Of(ActivityFault fault) => fault switch
    {
        ActivityFault.NotJson => ChannelProblem.NotJson,
        ActivityFault.WrongType => ChannelProblem.WrongType,
        _ => ChannelProblem.NotAnActivity,
    };
}
