using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace CardShop.Bot.Telemetry;

/// <summary>
/// Metrics at <c>/metrics</c> for Prometheus, always. Traces, and metrics once more, go to a collector when OpenTelemetry's own setting
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one; until then no span is made.
/// </summary>
internal static class TelemetryFeature
{
    private const string CollectorSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string HttpClientSource = "System.Net.Http";
    private const string ServerSource = "Microsoft.AspNetCore";

    /// <summary>How many combinations of tags a metric keeps apart: more than there are routes and outcomes. Room is set aside for each of them.</summary>
    private const int MostPoints = 500;

    private static readonly string[] Meters =
    [
        Instruments.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", HttpClientSource, "System.Runtime",
    ];

    /// <summary>The instruments alone, as whoever is measured needs them.</summary>
    public static IServiceCollection AddInstruments(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton<Instruments>();
        services.TryAddSingleton<TurnTelemetry>();
        services.TryAddSingleton<OutboxTelemetry>();
        services.TryAddSingleton<DatabaseTelemetry>();
        return services;
    }

    /// <summary>Their way out.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddInstruments().AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Instruments.Name))
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddView(_ => new MetricStreamConfiguration { CardinalityLimit = MostPoints }).AddPrometheusExporter());
        if (!string.IsNullOrWhiteSpace(configuration[CollectorSetting]))
        {
            telemetry.WithTracing(traces => traces.AddSource(Instruments.Name, HttpClientSource, ServerSource)).UseOtlpExporter();
        }

        return services;
    }

    public static void MapTelemetry(this IEndpointRouteBuilder app) => app.MapPrometheusScrapingEndpoint();
}
