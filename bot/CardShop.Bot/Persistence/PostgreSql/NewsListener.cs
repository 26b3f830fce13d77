using System.Text.Json;
using CardShop.Bot.Hosting;
using Npgsql;

namespace CardShop.Bot.Persistence.PostgreSql;

/// <summary>Hears what the other processes tell, on a connection of its own. After each connecting, whoever waits looks at the store: nothing told meanwhile is missed.</summary>
internal sealed partial class NewsListener(
    PostgreSqlConnections connections, NewsChannel channel, IPeerNews news, WallClock wall, ILogger<NewsListener> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(() => pause = TimeSpan.Zero, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception lost)
            {
                var kind = lost.GetType().Name;
                LogLost(kind, lost.Message, pause);
                await Task.Delay(pause, wall.Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = Longer(pause);
            }
        }
    }

    private async Task ListenAsync(Action onConnected, CancellationToken stopping)
    {
        await using var connection = new NpgsqlConnection(connections.Listening);
        connection.Notification += (_, told) => Hear(told.Payload);
        await connection.OpenAsync(stopping);
        await using (var listen = new NpgsqlCommand($"LISTEN {NewsChannel.Name}", connection))
        {
            await listen.ExecuteNonQueryAsync(stopping);
        }

        // Listen first, look second: what happens in between is told or seen.
        await news.CatchUpAsync(stopping);
        LogListening();
        onConnected();
        while (true)
        {
            await connection.WaitAsync(stopping);
        }
    }

    private void Hear(string told)
    {
        try
        {
            switch (channel.Read(told))
            {
                case { IsTyping: true } typing:
                    news.TypingSigned(typing.ConversationId);
                    break;
                case { } saved:
                    news.TurnSaved(saved.ConversationId, saved.Lanes);
                    break;
            }
        }
        catch (JsonException unread)
        {
            // Another release's, or another program's. The outbox is polled as well, and pages ask again.
            LogUnread(unread);
        }
    }

    private static TimeSpan Longer(TimeSpan pause) =>
        pause == TimeSpan.Zero ? FirstPause : pause * 2 < LongestPause ? pause * 2 : LongestPause;

    [LoggerMessage(Level = LogLevel.Debug, Message = "Listening to the other processes on the store")]
    private partial void LogListening();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The other processes on the store can't be heard ({Failure}: {Reason}); connecting again after {Pause}")]
    private partial void LogLost(string failure, string reason, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Something that another process told can't be read")]
    private partial void LogUnread(Exception unread);
}
