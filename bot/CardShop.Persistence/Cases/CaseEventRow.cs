namespace CardShop.Persistence.Cases;

/// <summary>One line of the audit record: a decision, a command, or what became of one. Append-only: triggers refuse to change or delete it.</summary>
public sealed class CaseEventRow
{
    /// <summary>Grows with each line.</summary>
    public long Id { get; init; }

    /// <summary>The conversation.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The case; null before there is one.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>When, by the one clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The inbound id of the turn that it belongs to.</summary>
    public required string Cause { get; init; }

    /// <summary>What kind of fact it is.</summary>
    public required string Kind { get; init; }

    /// <summary>The fact, as JSON, without personal data.</summary>
    public required string Data { get; init; }
}
