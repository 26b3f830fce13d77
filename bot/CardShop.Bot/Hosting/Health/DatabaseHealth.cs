using CardShop.Bot.Persistence;
using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CardShop.Bot.Hosting.Health;

/// <summary>Whether the store can be read, and is up to date.</summary>
internal sealed class DatabaseHealth(IDbContextFactory<BotDbContext> contexts, IStoreDialect dialect) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var store = await contexts.CreateDbContextAsync(cancellationToken);
        return await dialect.IsUpToDateAsync(store, cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("migrations are missing");
    }
}
