using CardShop.Dialogs.Replies;
using CardShop.Persistence.Conversations;

namespace CardShop.Bot.Turns;

/// <summary>What was said in a conversation, in order, as stored.</summary>
public interface ITranscript
{
    /// <summary>The entries after <paramref name="after"/> (0 for all), oldest first.</summary>
    Task<IReadOnlyList<TranscriptEntry>> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellationToken);

    /// <summary>The conversation, or null when it was never opened.</summary>
    Task<ConversationInfo?> FindAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Waits until an entry after <paramref name="after"/> is stored, or a typing sign is given. Returns at once when there is one already.</summary>
    Task<TranscriptNews> WaitAsync(string conversationId, long after, CancellationToken cancellationToken);

    /// <summary>Tells whoever waits that the bot is at work. Not stored.</summary>
    void SignTyping(string conversationId);

    /// <summary>Tells whoever waits that the customer is writing. Not stored; a courtesy to people at the desk.</summary>
    void SignCustomerTyping(string conversationId)
    {
    }
}

/// <summary>What ended a wait.</summary>
public enum TranscriptNews
{
    /// <summary>There are new entries.</summary>
    Entries,

    /// <summary>The bot, or a person of the shop, is at work.</summary>
    Typing,

    /// <summary>The customer is writing: for the desk only.</summary>
    CustomerTyping,
}

/// <summary>What a channel must know of a conversation.</summary>
/// <param name="ConversationId">Ours.</param>
/// <param name="Channel">The channel's id.</param>
/// <param name="CustomerId">The signed-in customer, or null.</param>
/// <param name="Reference">The channel's own JSON.</param>
public sealed record ConversationInfo(string ConversationId, string Channel, string? CustomerId, string? Reference);

/// <summary>One entry of a transcript. Immutable once stored.</summary>
public sealed record TranscriptEntry
{
    /// <summary>The conversation.</summary>
    public required string ConversationId { get; init; }

    /// <summary>1, 2, 3, … within the conversation: the watermark.</summary>
    public required long Sequence { get; init; }

    /// <summary>The activity id, unique in the conversation.</summary>
    public required string Id { get; init; }

    /// <summary>Who spoke.</summary>
    public required Speaker Speaker { get; init; }

    /// <summary>When, by the one clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The <see cref="Id"/> of the entry that this one answers, or null.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The bot's words; null for the customer's.</summary>
    public Message? Message { get; init; }

    /// <summary>The channel's own JSON of the customer's words; null for the bot's.</summary>
    public string? Echo { get; init; }
}
