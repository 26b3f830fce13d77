using Microsoft.Extensions.Options;

namespace CardShop.Bot.Outbox;

/// <summary>Growing pauses, spread by chance so that conversations do not come back all at once.</summary>
internal sealed class Backoff(IOptions<OutboxOptions> options)
{
    private const double Spread = 0.2;
    private const int MaxDoublings = 16;

    /// <summary>The pause after so many failures before this one.</summary>
    public TimeSpan After(int failures)
    {
        var grown = options.Value.FirstPause * Math.Pow(2, Math.Min(failures, MaxDoublings));
        var pause = grown < options.Value.LongestPause ? grown : options.Value.LongestPause;
        return pause * (1 - Spread + (2 * Spread * Random.Shared.NextDouble()));
    }
}
