using CardShop.Bot.Hosting;

namespace CardShop.Bot.Outbox;

/// <summary>Section <c>Outbox</c>.</summary>
internal sealed class OutboxOptions : ISettings
{
    public static string Section => "Outbox";

    private const int MaxParallelism = 64;

    /// <summary>How many conversations are served at the same time.</summary>
    public int Parallelism { get; set; } = 8;

    /// <summary>How often the store is searched for rows that have become due.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The pause after the first failure; it doubles with each further one.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a command may stay unknown before the customer is handed to a person. It is looked up further all the same.</summary>
    public TimeSpan AbandonAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a message to a channel that fails is tried.</summary>
    public TimeSpan EntryLifetime { get; set; } = TimeSpan.FromHours(24);

    public IEnumerable<(string Setting, string Remedy)> Problems()
    {
        if (Parallelism is < 1 or > MaxParallelism)
        {
            yield return (nameof(Parallelism), $"'{Parallelism}' is out of range; between 1 and {MaxParallelism}");
        }

        if (LongestPause < FirstPause)
        {
            yield return (nameof(LongestPause), $"'{LongestPause}' is shorter than Outbox:FirstPause '{FirstPause}'");
        }

        foreach (var (setting, value) in Spans())
        {
            if (value <= TimeSpan.Zero)
            {
                yield return (setting, $"'{value}' must be longer than nothing");
            }
        }
    }

    private IEnumerable<(string Setting, TimeSpan Value)> Spans() =>
    [
        (nameof(PollInterval), PollInterval), (nameof(FirstPause), FirstPause), (nameof(AbandonAfter), AbandonAfter), (nameof(EntryLifetime), EntryLifetime),
    ];
}
