using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace CardShop.Bot.Hosting.Logging;

/// <summary>Structured logs: compact JSON in the data directory, readable lines on standard error. Levels are set by <c>Logging:LogLevel</c>.</summary>
internal static class LoggingFeature
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {SourceContext}: {Message:lj}{NewLine}{Exception}";
    private const int KeptFiles = 14;
    private const long MaxFileBytes = 50 * 1024 * 1024;

    public static WebApplicationBuilder AddLogs(this WebApplicationBuilder builder, DataDirectory directory)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .Enrich.FromLogContext()
            .Enrich.With<SensitiveProperties>()
            .Filter.ByExcluding(IsFailedStart)
            .WriteTo.File(
                new MaskingFormatter(new CompactJsonFormatter()),
                Path.Combine(directory.Path, "logs", "bot-.json"),
                rollingInterval: RollingInterval.Day,
                rollOnFileSizeLimit: true,
                fileSizeLimitBytes: MaxFileBytes,
                shared: directory.IsShared,
                retainedFileCountLimit: KeptFiles)
            .WriteTo.Console(
                new MaskingFormatter(new MessageTemplateTextFormatter(Line, CultureInfo.InvariantCulture)),
                standardErrorFromLevel: LogEventLevel.Verbose)
            .CreateLogger();

        // The provider itself, not AddSerilog: that one would override the levels of the settings.
        builder.Logging.ClearProviders().AddProvider(new SerilogLoggerProvider(logger, dispose: true));
        return builder;
    }

    /// <summary>The host logs what it throws anyway: a failed start is told once, by whoever catches it.</summary>
    private static bool IsFailedStart(LogEvent logged) =>
        logged.Properties.TryGetValue("EventId", out var id) && id is StructureValue structure
        && structure.Properties.Any(property => property is { Name: "Name", Value: ScalarValue { Value: "HostedServiceStartupFaulted" } });
}
