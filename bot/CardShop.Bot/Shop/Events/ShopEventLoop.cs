using CardShop.Bot.Hosting;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Shop.Events;

/// <summary>Asks the shop every <see cref="ShopOptions.EventsInterval"/> what has happened; each hour only, where the shop does not offer it.</summary>
internal sealed partial class ShopEventLoop(ShopEventPoller poller, WallClock wall, IOptions<ShopOptions> options, ILogger<ShopEventLoop> logger) : BackgroundService
{
    private static readonly TimeSpan AfterNotOffered = TimeSpan.FromHours(1);

    /// <summary>What was missed while nobody was here is asked for soon, but a start has more urgent things to do.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var pause = options.Value.EventsInterval < AfterStart ? options.Value.EventsInterval : AfterStart;
            while (true)
            {
                await Task.Delay(pause, wall.Time, stoppingToken);
                pause = await TryAsync(stoppingToken) ? options.Value.EventsInterval : AfterNotOffered;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    private async Task<bool> TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            return await poller.PollAsync(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(failure);
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The shop is asked no more; what happens meanwhile is asked for after the next start")]
    private partial void LogStopped();

    [LoggerMessage(Level = LogLevel.Error, Message = "The shop could not be asked what has happened; it is asked again")]
    private partial void LogFailed(Exception failure);
}
