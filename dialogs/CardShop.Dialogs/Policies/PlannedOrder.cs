using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Policies;

/// <summary>What somebody is about to buy, as far as it is known: in their own words, or as the shop's page has it.</summary>
public sealed record PlannedOrder
{
    /// <summary>The product, by its name or by one of its other names.</summary>
    public string? Product { get; init; }

    /// <summary>The face value.</summary>
    public string? Denomination { get; init; }

    /// <summary>How many units.</summary>
    public int Quantity { get; init => field = Math.Max(1, value); } = 1;

    /// <summary>What the page asks for it, in fen; null where nobody has named a price.</summary>
    public long? AmountFen { get; init; }

    /// <summary>Where it is to go.</summary>
    public Target Target { get; init => field = value ?? new Target(); } = new();

    /// <summary>Its number, for an order that is placed and not paid yet: it is no twin of itself.</summary>
    public string? OrderNo { get; init; }
}
