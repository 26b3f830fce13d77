using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CardShop.Sandbox.Events;

/// <summary>Looks once a second whether the bot still has to hear of something.</summary>
internal sealed partial class PushLoop(EventPusher pusher, WallClock wallClock, ILogger<PushLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, wallClock.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await BeatAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Stopped();
        }
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        try
        {
            await pusher.PushDueAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo shop could not push its events; it tries again")]
    private partial void Failed(Exception failure);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The demo shop tells no more")]
    private partial void Stopped();
}
