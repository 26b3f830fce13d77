namespace CardShop.Bot.Evidence;

/// <summary>Sweeps when a turn has discarded something, and each few minutes for what was left by a process that died or a store that was down.</summary>
internal sealed partial class EvidenceWorker(EvidenceSweeper sweeper, EvidenceSignal signal, ILogger<EvidenceWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await signal.WaitAsync(Interval, stoppingToken);
                await sweeper.SweepAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Evidence could not be swept; it is tried again")]
    private partial void LogFailed(Exception failure);
}
