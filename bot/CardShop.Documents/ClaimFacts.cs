namespace CardShop.Documents;

/// <summary>What a claim for return against the recipient (收款方) tells: demand, complaint and evidence list are written from it.</summary>
public sealed record ClaimFacts
{
    /// <summary>The order and the mistake.</summary>
    public required ApplicationFacts Order { get; init; }

    /// <summary>When and how the recipient was asked for the return; null becomes a gap.</summary>
    public string? Demanded { get; init; }

    /// <summary>What the recipient answered; null becomes a gap.</summary>
    public string? Answer { get; init; }
}
