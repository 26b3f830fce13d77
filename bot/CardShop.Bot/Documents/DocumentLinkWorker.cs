using CardShop.Bot.Hosting;

namespace CardShop.Bot.Documents;

/// <summary>Forgets expired links every few minutes. On whichever nodes at once: deleting them twice changes nothing.</summary>
internal sealed partial class DocumentLinkWorker(DocumentLinkBook book, WallClock wall, ILogger<DocumentLinkWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Interval, wall.Time, stoppingToken);
                await book.SweepAsync(stoppingToken);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Expired links to documents could not be forgotten; it is tried again")]
    private partial void LogFailed(Exception failure);
}
