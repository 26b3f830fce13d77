using System.Net.WebSockets;
using CardShop.Bot.Channels.Files;
using CardShop.Bot.Channels.Problems;
using CardShop.Bot.Evidence.Serving;
using CardShop.Bot.Telemetry;
using CardShop.Bot.Turns;

namespace CardShop.Bot.Channels.DirectLine;

/// <summary>The socket: everything from a watermark on, then everything that happens.</summary>
internal sealed class DirectLineStream(
    ITranscript transcript, CustomerPresence presence, EvidenceFiles files, SignedAttachments attachments, Instruments instruments, TimeProvider time, IHostApplicationLifetime host, ILogger<DirectLineStream> logger)
{
    /// <summary>How long a client is waited for once the socket is being closed.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    /// <summary>Runs one socket until either side ends it.</summary>
    public async Task<IResult> RunAsync(HttpContext context, DirectLineToken caller)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return ChannelProblem.NotASocket;
        }

        instruments.Sockets.Add(1);
        try
        {
            await ServeAsync(context, caller);
        }
        finally
        {
            instruments.Sockets.Add(-1);
        }

        return Results.Empty;
    }

    private async Task ServeAsync(HttpContext context, DirectLineToken caller)
    {
        using var visit = presence.Enter(DirectLineConversations.Key(caller.ConversationId));
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(host.ApplicationStopping, context.RequestAborted);
        var listening = ListenAsync(socket, ending);
        var watermark = ActivitySet.ReadWatermark(context.Request.Query["watermark"]);
        var status = await SpeakAsync(socket, caller.ConversationId, watermark, files.AddressFor(context.Request), ending.Token);
        await CloseAsync(socket, status, listening);
    }

    private async Task<WebSocketCloseStatus> SpeakAsync(
        WebSocket socket, string conversationId, long watermark, Func<string, string> addressOf, CancellationToken ending)
    {
        var key = DirectLineConversations.Key(conversationId);
        try
        {
            while (true)
            {
                var entries = await transcript.ReadAsync(key, watermark, ActivitySet.Limit, ending);
                if (entries is [.., var last])
                {
                    await SendAsync(socket, ActivitySet.Of(conversationId, entries, watermark, addressOf, attachments), ending);
                    watermark = last.Sequence;
                }
                else if (await transcript.WaitAsync(key, watermark, ending) is TranscriptNews.Typing)
                {
                    await SendAsync(socket, ActivitySet.Typing(conversationId, time.GetUtcNow()), ending);
                }
            }
        }
        catch (OperationCanceledException)
        {
            return host.ApplicationStopping.IsCancellationRequested ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure;
        }
        catch (WebSocketException)
        {
            return WebSocketCloseStatus.Empty;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            DirectLineLog.StreamFailed(logger, fault);
            return WebSocketCloseStatus.InternalServerError;
        }
    }

    /// <summary>A client only sends empty frames, to see whether somebody is there; and in the end it closes.</summary>
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource ending)
    {
        var ignored = new byte[512];
        try
        {
            while ((await socket.ReceiveAsync(ignored.AsMemory(), CancellationToken.None)).MessageType is not WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // Gone without a word, as closed pages and dropped networks are.
        }

        await ending.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket, WebSocketCloseStatus status, Task listening)
    {
        using var farewell = new CancellationTokenSource(Farewell);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived && status is not WebSocketCloseStatus.Empty)
            {
                await socket.CloseOutputAsync(status, statusDescription: null, farewell.Token);
                await listening.WaitAsync(farewell.Token);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The client does not say goodbye: then it is cut off.
        }

        socket.Abort();
        await listening;
    }

    private static ValueTask SendAsync(WebSocket socket, byte[] frame, CancellationToken ending) =>
        socket.SendAsync(frame.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, ending);
}
