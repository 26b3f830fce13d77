namespace CardShop.Persistence.Cases;

/// <summary>A change that the shop has carried out: what rules G3 and D8 count.</summary>
public sealed class ChangeRow
{
    /// <summary>The command that did it.</summary>
    public required string CommandKey { get; init; }

    /// <summary>Whom it counts for: the customer's id, or the order number of a guest.</summary>
    public required string Key { get; init; }

    /// <summary>The case.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
