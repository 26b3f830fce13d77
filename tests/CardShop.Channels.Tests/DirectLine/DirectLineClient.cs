using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using CardShop.Channels.Tests.Fakes;

namespace CardShop.Channels.Tests.DirectLine;

/// <summary>Speaks Direct Line as a page does.</summary>
internal sealed class DirectLineClient(RunningChannels channels, string? bearer)
{
    private const string Root = "/v3/directline";

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    /// <summary>A page with a fresh token of a customer, or of a guest.</summary>
    public static async Task<(DirectLineClient Page, string ConversationId)> OpenAsync(RunningChannels channels, string? customerId = null)
    {
        var (page, conversationId, _) = await MintAsync(channels, customerId);
        using var started = await page.SendAsync(HttpMethod.Post, "/conversations", """{"locale":"zh-CN"}""");
        Assert.Equal(System.Net.HttpStatusCode.Created, started.StatusCode);
        return (page, conversationId);
    }

    public static async Task<(DirectLineClient Page, string ConversationId, string Token)> MintAsync(RunningChannels channels, string? customerId = null, string? origin = null)
    {
        var body = new JsonObject();
        if (customerId is not null)
        {
            body["user"] = new JsonObject { ["id"] = customerId };
        }

        if (origin is not null)
        {
            body["trustedOrigins"] = new JsonArray(origin);
        }

        var minted = await new DirectLineClient(channels, RunningChannels.Secret).JsonAsync(HttpMethod.Post, "/tokens/generate", body.ToJsonString());
        var token = minted["token"]!.GetValue<string>();
        return (new DirectLineClient(channels, token), minted["conversationId"]!.GetValue<string>(), token);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, string contentType = "application/json", string? origin = null)
    {
        using var request = new HttpRequestMessage(method, Root + path);
        if (bearer is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(contentType));
        }

        return await channels.Http.SendAsync(request, Patience);
    }

    public async Task<JsonObject> JsonAsync(HttpMethod method, string path, string? body = null)
    {
        using var answer = await SendAsync(method, path, body);
        var text = await answer.Content.ReadAsStringAsync(Patience);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    public Task<JsonObject> SayAsync(string conversationId, string text, string? clientActivityId = null) => JsonAsync(
        HttpMethod.Post,
        $"/conversations/{conversationId}/activities",
        new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["locale"] = "zh-CN",
            ["from"] = new JsonObject { ["id"] = "r_page" },
            ["channelData"] = clientActivityId is null ? null : new JsonObject { ["clientActivityID"] = clientActivityId },
        }.ToJsonString());

    /// <summary>Everything after a watermark, and the next watermark.</summary>
    public async Task<(IReadOnlyList<JsonObject> Activities, string Watermark)> PollAsync(string conversationId, string watermark = "")
    {
        var set = await JsonAsync(HttpMethod.Get, $"/conversations/{conversationId}/activities?watermark={watermark}");
        return ([.. set["activities"]!.AsArray().Select(activity => activity!.AsObject())], set["watermark"]!.GetValue<string>());
    }

    /// <summary>Opens the socket as a page does that comes back with a watermark.</summary>
    public async Task<DirectLineSocket> ConnectAsync(string conversationId, string watermark = "")
    {
        var opening = await JsonAsync(HttpMethod.Get, $"/conversations/{conversationId}?watermark={watermark}");
        return await DirectLineSocket.OpenAsync(new Uri(opening["streamUrl"]!.GetValue<string>()));
    }
}

/// <summary>A page's socket.</summary>
internal sealed class DirectLineSocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public static async Task<DirectLineSocket> OpenAsync(Uri streamUrl)
    {
        var socket = new DirectLineSocket();
        await socket._socket.ConnectAsync(streamUrl, Patience);
        return socket;
    }

    public ValueTask PingAsync() => _socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, Patience);

    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Patience);

    /// <summary>The next frame; null once the server has closed.</summary>
    public async Task<JsonObject?> NextAsync()
    {
        using var frame = new MemoryStream();
        var buffer = new byte[4096];
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer.AsMemory(), Patience);
            if (received.MessageType is WebSocketMessageType.Close)
            {
                return null;
            }

            frame.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
            {
                return JsonNode.Parse(Encoding.UTF8.GetString(frame.ToArray()))!.AsObject();
            }
        }
    }

    /// <summary>Reads until that many messages have come; typing signs are passed over.</summary>
    public async Task<IReadOnlyList<JsonObject>> MessagesAsync(int count)
    {
        var messages = new List<JsonObject>();
        while (messages.Count < count)
        {
            var frame = await NextAsync() ?? throw new InvalidOperationException("The server closed the socket.");
            messages.AddRange(frame["activities"]!.AsArray().Select(activity => activity!.AsObject()).Where(activity => (string?)activity["type"] == "message"));
        }

        return messages;
    }

    public void Dispose() => _socket.Dispose();
}
