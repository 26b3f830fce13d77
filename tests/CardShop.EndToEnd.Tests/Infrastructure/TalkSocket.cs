using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace CardShop.EndToEnd.Tests.Infrastructure;

/// <summary>A page's socket.</summary>
public sealed class TalkSocket : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ClientWebSocket _socket = new();

    private TalkSocket()
    {
    }

    public static async Task<TalkSocket> OpenAsync(Uri address)
    {
        TalkSocket socket = new();
        await socket._socket.ConnectAsync(address, TestContext.Current.CancellationToken);
        return socket;
    }

    /// <summary>Waits for a customer's message of this text.</summary>
    public async Task UntilSaidAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!(await ReadAsync(patience.Token)).Any(activity => (string?)activity!["text"] == text))
        {
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task<JsonArray> ReadAsync(CancellationToken cancellationToken)
    {
        using var frame = new MemoryStream();
        var buffer = new byte[4096];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            frame.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        Assert.NotEqual(WebSocketMessageType.Close, part.MessageType);
        return JsonNode.Parse(frame.ToArray())!["activities"]!.AsArray();
    }
}
