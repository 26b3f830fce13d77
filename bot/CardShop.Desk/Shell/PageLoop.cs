using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;

namespace CardShop.Desk.Shell;

/// <summary>What a page does in the background for as long as it is open. A fault of the database is logged and passes; the page goes on.</summary>
internal sealed partial class PageLoop(TimeProvider time, ILogger<PageLoop> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Runs it again and again until the page is closed.</summary>
    public async Task RunAsync(Func<CancellationToken, Task> body, CancellationToken closed)
    {
        while (!closed.IsCancellationRequested)
        {
            try
            {
                await body(closed);
                return;
            }
            catch (Exception ended) when (closed.IsCancellationRequested || ended is JSDisconnectedException or ObjectDisposedException)
            {
                return;
            }
            catch (Exception failure)
            {
                LogFailed(failure);
                await Task.Delay(Pause, time, closed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A page of the desk could not be kept up to date; tried again in a moment")]
    private partial void LogFailed(Exception failure);
}
