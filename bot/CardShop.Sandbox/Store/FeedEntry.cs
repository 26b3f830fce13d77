namespace CardShop.Sandbox.Store;

/// <summary>Something that has happened in the shop, for the bot to know: pushed until it is acknowledged, and kept for whoever asks.</summary>
internal sealed class FeedEntry
{
    /// <summary>Grows with each entry, and is never used again: the cursor of those who ask.</summary>
    public long Id { get; init; }

    /// <summary>The event, as the contract has it.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset At { get; init; }

    public PushState State { get; set; }
}

/// <summary>How far the pushing of an event has come.</summary>
internal enum PushState
{
    /// <summary>It is to be pushed, again if need be.</summary>
    Waiting,

    /// <summary>The bot has it.</summary>
    Acknowledged,

    /// <summary>The bot will never take it.</summary>
    Refused,
}
