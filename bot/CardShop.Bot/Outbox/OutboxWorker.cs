using CardShop.Bot.Hosting;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Outbox;

/// <summary>Sends in the background: woken by turns, and by polling for what became due or was left by a process that died.</summary>
internal sealed partial class OutboxWorker(
    OutboxSignal signal,
    OutboxStore store,
    OutboxDispatcher dispatcher,
    TimeProvider time,
    WallClock wall,
    IOptions<OutboxOptions> options,
    ILogger<OutboxWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(PollAsync(stoppingToken), SendAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    private async Task PollAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(options.Value.PollInterval, wall.Time);
        do
        {
            try
            {
                foreach (var lane in await store.DueLanesAsync(time.GetUtcNow(), stopping))
                {
                    signal.Wake(lane);
                }
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                LogFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    private Task SendAsync(CancellationToken stopping)
    {
        var limits = new ParallelOptions { MaxDegreeOfParallelism = options.Value.Parallelism, CancellationToken = stopping };
        return Parallel.ForEachAsync(signal.ReadAllAsync(stopping), limits, async (lane, token) =>
        {
            try
            {
                await dispatcher.DrainAsync(lane, token);
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                LogFailed(failure);
            }
        });
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The outbox rests; what is left is sent after the next start")]
    private partial void LogStopped();

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not go on; the next poll tries again")]
    private partial void LogFailed(Exception failure);
}
