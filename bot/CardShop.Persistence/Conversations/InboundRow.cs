namespace CardShop.Persistence.Conversations;

/// <summary>Something that was handed in, stored with its outcome in the same transaction: its second delivery is answered from here.</summary>
public sealed class InboundRow
{
    /// <summary>The conversation.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The channel's id of it.</summary>
    public required string InboundId { get; init; }

    /// <summary>The first entry that it added to the transcript.</summary>
    public required long FirstSequence { get; init; }

    /// <summary>The last entry that it added; below <see cref="FirstSequence"/> when it added none.</summary>
    public required long LastSequence { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
