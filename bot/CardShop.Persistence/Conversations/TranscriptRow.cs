namespace CardShop.Persistence.Conversations;

/// <summary>One thing that was said. Never changed once stored.</summary>
public sealed class TranscriptRow
{
    /// <summary>The conversation.</summary>
    public required string ConversationId { get; init; }

    /// <summary>1, 2, 3, … within the conversation.</summary>
    public required long Sequence { get; init; }

    /// <summary>The activity id, unique in the conversation.</summary>
    public required string Id { get; init; }

    /// <summary>Who spoke.</summary>
    public required Speaker Speaker { get; init; }

    /// <summary>When, by the one clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The <see cref="Id"/> of the entry that this one answers.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The bot's message, as JSON.</summary>
    public string? Message { get; init; }

    /// <summary>The customer's words, as the channel's own JSON.</summary>
    public string? Echo { get; init; }
}
