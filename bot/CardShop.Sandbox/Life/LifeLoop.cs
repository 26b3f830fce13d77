using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CardShop.Sandbox.Life;

/// <summary>Looks once a second what has come due in the shop.</summary>
internal sealed partial class LifeLoop(OrderLife life, WallClock wallClock, ILogger<LifeLoop> logger) : BackgroundService
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

    /// <summary>A beat that fails, on a locked file for example, is made good by the next one.</summary>
    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        try
        {
            await life.RunDueAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo shop could not move its orders on; it tries again")]
    private partial void Failed(Exception failure);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The demo shop rests")]
    private partial void Stopped();
}
