using CardShop.Bot.Shop;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CardShop.Bot.Hosting.Health;

/// <summary>Whether the shop answers. Without it the bot still talks, records cases and catches up later: degraded, not dead.</summary>
internal sealed class ShopHealth(IShopProbe shop) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await shop.AnswersAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("the shop does not answer");
}
