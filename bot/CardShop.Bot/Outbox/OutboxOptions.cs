namespace CardShop.Bot.Outbox;

/// <summary>Section <c>Outbox</c>.</summary>
internal sealed class OutboxOptions
{
    public const string Section = "Outbox";

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
}
