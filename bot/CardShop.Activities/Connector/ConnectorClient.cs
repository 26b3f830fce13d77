using System.Net.Http.Headers;
using System.Text.Json;
using CardShop.Activities.Json;

namespace CardShop.Activities.Connector;

/// <summary>The Connector REST API, as far as a bot that answers needs it.</summary>
/// <param name="http">One pooled client for all connectors; it must not follow redirects.</param>
public sealed class ConnectorClient(HttpClient http) : IConnectorClient
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <inheritdoc />
    public async Task<string?> PostAsync(Uri serviceUrl, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(serviceUrl);
        ArgumentNullException.ThrowIfNull(activity);
        using var body = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(activity, ActivitiesJson.Protocol));
        body.Headers.ContentType = Json;
        try
        {
            using var answer = await http.PostAsync(Route(serviceUrl, activity), body, cancellationToken).ConfigureAwait(false);
            return answer.IsSuccessStatusCode
                ? ReadId(await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false))
                : throw new ConnectorException(answer.StatusCode);
        }
        catch (HttpRequestException fault)
        {
            throw new ConnectorException("The connector can't be reached.", fault);
        }
        catch (TaskCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ConnectorException("The connector did not answer in time.", fault);
        }
    }

    /// <summary>Where an activity is posted to. Ids may hold any character, slashes among them.</summary>
    internal static Uri Route(Uri serviceUrl, Activity activity)
    {
        var conversation = activity.Conversation?.Id ?? throw new ArgumentException("The activity names no conversation.", nameof(activity));
        var route = $"{serviceUrl.AbsoluteUri.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(conversation)}/activities";
        return new Uri(activity.ReplyToId is { Length: > 0 } replyTo ? $"{route}/{Uri.EscapeDataString(replyTo)}" : route);
    }

    /// <summary>Channels answer 200 or 201 with an id, 202 with nothing, and some with a body of their own: taken is taken.</summary>
    private static string? ReadId(byte[] body)
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize<ResourceResponse>(body, ActivitiesJson.Protocol)?.Id;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
