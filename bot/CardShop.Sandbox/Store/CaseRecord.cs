using CardShop.ShopContract;

namespace CardShop.Sandbox.Store;

/// <summary>A case as the bot last told it.</summary>
internal sealed class CaseRecord
{
    public required string Number { get; init; }

    public required string OrderNo { get; set; }

    public string? Path { get; set; }

    public required string Stage { get; set; }

    public string? Outcome { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public ShopCase ToContract() => new(Number, OrderNo, Stage, UpdatedAt, Path, Outcome);
}
