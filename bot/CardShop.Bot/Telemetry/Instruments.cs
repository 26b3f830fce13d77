using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CardShop.Bot.Telemetry;

/// <summary>
/// What this house measures and traces by itself, beside what ASP.NET Core, HttpClient and the runtime do. Names follow OpenTelemetry's semantic conventions;
/// values come from closed vocabularies and never hold what a customer typed, so that no personal data can get into them.
/// </summary>
internal sealed class Instruments : IDisposable
{
    /// <summary>The name of meter and activity source.</summary>
    public const string Name = "CardShop.Bot";

    /// <summary>In seconds: from a turn that only reads to a shop that takes its time.</summary>
    private static readonly double[] Seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    /// <summary>In seconds: understanding is far below a millisecond.</summary>
    private static readonly double[] FineSeconds = [0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.02];

    public Instruments(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        TurnDuration = Duration(meter, "bot.turn.duration", "From being handed in to being saved.", Seconds);
        TurnRetries = meter.CreateCounter<long>("bot.turn.retries", "{retry}", "Turns run again after a conflict in the store.");
        Understanding = Duration(meter, "bot.understanding.duration", "What one message was understood as, and how long that took.", FineSeconds);
        SecondOpinion = Duration(meter, "bot.second_opinion.duration", "A language model asked about a doubtful message, and what came of it.", Seconds);
        CaseEvents = meter.CreateCounter<long>("bot.case.events", "{event}", "What happened in cases.");
        ShopCommands = meter.CreateCounter<long>("shop.commands", "{command}", "What became of commands to the shop.");
        ShopEvents = meter.CreateCounter<long>("shop.events", "{event}", "What the shop has told, and what it came to.");
        SendDuration = Duration(meter, "outbox.send.duration", "One attempt at one row of the outbox.", Seconds);
        SendLag = Duration(meter, "outbox.send.lag", "From being written to the first attempt, by the one clock.", Seconds);
        DatabaseDuration = Duration(meter, "db.client.operation.duration", "One command to the database.", FineSeconds);
        Sockets = meter.CreateUpDownCounter<long>("directline.sockets", "{socket}", "Open Direct Line sockets.");
    }

    /// <summary>Spans of turns, of the outbox and of the database.</summary>
    public ActivitySource Spans { get; } = new(Name);

    public Histogram<double> TurnDuration { get; }

    public Counter<long> TurnRetries { get; }

    public Histogram<double> Understanding { get; }

    public Histogram<double> SecondOpinion { get; }

    public Counter<long> CaseEvents { get; }

    public Counter<long> ShopCommands { get; }

    public Counter<long> ShopEvents { get; }

    public Histogram<double> SendDuration { get; }

    public Histogram<double> SendLag { get; }

    public Histogram<double> DatabaseDuration { get; }

    public UpDownCounter<long> Sockets { get; }

    public void Dispose() => Spans.Dispose();

    private static Histogram<double> Duration(Meter meter, string name, string description, double[] boundaries) =>
        meter.CreateHistogram(name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = boundaries });
}
