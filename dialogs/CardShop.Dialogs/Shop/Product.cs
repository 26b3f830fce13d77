namespace CardShop.Dialogs.Shop;

/// <summary>A product that the shop sells.</summary>
/// <param name="Name">As in <see cref="Order.Product"/>.</param>
/// <param name="Aliases">Other names that customers use.</param>
/// <param name="Denominations">Face values, as in <see cref="Order.Denomination"/>, with their prices.</param>
/// <param name="Goods">Top-up or card code.</param>
/// <param name="TargetFields">Which of <c>account phone region</c> it needs.</param>
/// <param name="Regions">The regions to choose from; empty when it has none.</param>
public sealed record Product(
    string Name, IReadOnlyList<string> Aliases, IReadOnlyList<Denomination> Denominations, GoodsKind Goods, IReadOnlyList<string> TargetFields, IReadOnlyList<string> Regions);

/// <summary>A face value and its price.</summary>
public sealed record Denomination(string Name, long PriceFen);
