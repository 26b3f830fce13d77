using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CardShop.Bot.Hosting.Health;

/// <summary>Probes: <c>live</c> says that the process answers, <c>ready</c> that it can do its work.</summary>
internal static class HealthFeature
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database")
            .AddCheck<ShopHealth>("shop", HealthStatus.Degraded);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/healthz/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new HealthView(Name(report.Status), report.Entries.ToDictionary(entry => entry.Key, entry => Name(entry.Value.Status))),
        context.RequestAborted);

    private static string Name(HealthStatus status) => status.ToString().ToLowerInvariant();

    private sealed record HealthView(string Status, IReadOnlyDictionary<string, string> Checks);
}
