using CardShop.Dialogs.Turns;

namespace CardShop.Persistence.Conversations;

/// <summary>A moment to wake a conversation at, written by the turn that asked for it, so that a restart forgets none.</summary>
public sealed class DeadlineRow
{
    /// <summary>The conversation.</summary>
    public required string ConversationId { get; init; }

    /// <summary>What the moment is for; a conversation has at most one of each.</summary>
    public required DeadlineKind Kind { get; init; }

    /// <summary>The moment.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>How often waking it has failed.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not to be tried before: <see cref="DueAt"/>, later after a failure.</summary>
    public DateTimeOffset NextAttemptAt { get; private set; }

    /// <summary>A deadline that has not been tried yet.</summary>
    public static DeadlineRow At(string conversationId, DeadlineKind kind, DateTimeOffset dueAt) => new()
    {
        ConversationId = conversationId,
        Kind = kind,
        DueAt = dueAt,
        NextAttemptAt = dueAt,
    };

    /// <summary>It is due at another moment now.</summary>
    public void Move(DateTimeOffset dueAt)
    {
        DueAt = dueAt;
        NextAttemptAt = dueAt;
        Attempts = 0;
    }

    /// <summary>Waking it failed.</summary>
    public void Postpone(DateTimeOffset nextAttemptAt)
    {
        Attempts++;
        NextAttemptAt = nextAttemptAt;
    }
}
