namespace CardShop.Persistence.Cases;

/// <summary>A further order that a case is about, beside the first one (<see cref="CaseRow.OrderNo"/>): what the shop tells of it is for the case as well.</summary>
public sealed class CaseOrderRow
{
    /// <summary>The case.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>The order.</summary>
    public required string OrderNo { get; init; }
}
