using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Channels.DirectLine;

/// <summary>Keeps one conversation from drowning the others: a bucket each, refilled by the wall clock, forgotten when full again.</summary>
internal sealed class PostThrottle(IOptions<DirectLineOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _buckets = PartitionedRateLimiter.Create<string, string>(
        conversationId => RateLimitPartition.GetTokenBucketLimiter(conversationId, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Value.PostBurst,
            TokensPerPeriod = options.Value.PostsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    /// <summary>Whether the conversation may send one more message now.</summary>
    public bool TryTake(string conversationId)
    {
        using var lease = _buckets.AttemptAcquire(conversationId);
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => _buckets.Dispose();
}
