namespace CardShop.Persistence.Outbox;

/// <summary>Something to be sent after the turn that decided it was saved. Rows of one conversation and lane are sent strictly in order.</summary>
public sealed class OutboxRow
{
    /// <summary>Grows with each row: the order of sending.</summary>
    public long Id { get; init; }

    /// <summary>The conversation.</summary>
    public required string ConversationId { get; init; }

    /// <summary>What is sent; a lane of its own within the conversation.</summary>
    public required OutboxKind Kind { get; init; }

    /// <summary>A command, a case or a notice as JSON, or the sequence of a transcript entry.</summary>
    public required string Payload { get; init; }

    /// <summary>How far it has come.</summary>
    public OutboxState State { get; private set; }

    /// <summary>What is known of a command that has been tried.</summary>
    public Certainty Certainty { get; private set; }

    /// <summary>How often it has been tried.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not to be tried before.</summary>
    public DateTimeOffset NextAttemptAt { get; private set; }

    /// <summary>Since when its result stays away; null while it does not.</summary>
    public DateTimeOffset? UnknownSince { get; private set; }

    /// <summary>Why the last attempt failed, without personal data.</summary>
    public string? LastError { get; private set; }

    /// <summary>A row that is due at once, or after a while.</summary>
    public static OutboxRow For(string conversationId, OutboxKind kind, string payload, DateTimeOffset at, TimeSpan keptBack = default) => new()
    {
        ConversationId = conversationId,
        Kind = kind,
        Payload = payload,
        CreatedAt = at,
        NextAttemptAt = at + keptBack,
    };

    /// <summary>It is sent, or its result is known: nothing remains to be done.</summary>
    public void Finish() => State = OutboxState.Done;

    /// <summary>It can never be sent.</summary>
    public void Poison(string error)
    {
        State = OutboxState.Poisoned;
        LastError = error;
    }

    /// <summary>The attempt failed; another one follows.</summary>
    public void Postpone(DateTimeOffset nextAttemptAt, string error)
    {
        Attempts++;
        NextAttemptAt = nextAttemptAt;
        LastError = error;
    }

    /// <summary>The conversation has been told how little is known.</summary>
    public void Told(Certainty certainty, DateTimeOffset at)
    {
        Certainty = certainty;
        UnknownSince ??= at;
    }
}
