using CardShop.Bot.Hosting;
using CardShop.Bot.Persistence;

namespace CardShop.Bot.Desk;

/// <summary>Looks for holders who are gone, every few seconds, on one node at a time.</summary>
internal sealed partial class HolderWatch(HolderSweeper sweeper, IClaims claims, WallClock wall, ILogger<HolderWatch> logger) : BackgroundService
{
    private const string Claim = "desk_holders";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, wall.Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await using var claim = await claims.TryTakeAsync(Claim, stoppingToken);
                if (claim is not null)
                {
                    await sweeper.SweepAsync(stoppingToken);
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The holders of cases could not be looked at; tried again in a moment")]
    private partial void LogFailed(Exception failure);
}
