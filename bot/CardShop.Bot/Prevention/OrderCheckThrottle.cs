using System.Threading.RateLimiting;

namespace CardShop.Bot.Prevention;

/// <summary>Each check asks the shop three things: a customer may look often, a program may not. By the wall clock, and forgotten when full again.</summary>
internal sealed class OrderCheckThrottle : IDisposable
{
    /// <summary>How many checks at once, and then in a minute.</summary>
    public const int Most = 20;

    private readonly PartitionedRateLimiter<string> _buckets = PartitionedRateLimiter.Create<string, string>(
        customer => RateLimitPartition.GetTokenBucketLimiter(customer, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Most,
            TokensPerPeriod = Most,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));

    public bool TryTake(string customer)
    {
        using var lease = _buckets.AttemptAcquire(customer);
        return lease.IsAcquired;
    }

    public void Dispose() => _buckets.Dispose();
}
