using CardShop.Dialogs.Shop;
using CardShop.Sandbox.Demo;

namespace CardShop.Sandbox.Orders;

/// <summary>What the shop sells (<c>Demo/products.json</c>).</summary>
internal sealed class Catalogue(IReadOnlyList<CatalogueProduct> products)
{
    public IReadOnlyList<CatalogueProduct> Products => products;

    public static Catalogue Load() => new(DemoFiles.Products());

    /// <summary>The product of that name or alias, however it is spaced or capitalised; null when the shop doesn't sell it.</summary>
    public CatalogueProduct? Find(string name) =>
        products.FirstOrDefault(product => product.Names.Any(known => Plain(known).Equals(Plain(name), StringComparison.OrdinalIgnoreCase)));

    private static string Plain(string name) => string.Concat(name.Where(letter => !char.IsWhiteSpace(letter)));
}

/// <summary>One product, with what the shop's own people know of it. What the file leaves out is null or false.</summary>
internal sealed record CatalogueProduct
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    public required IReadOnlyList<Denomination> Denominations { get; init; }

    public GoodsKind Goods { get; init; }

    public required IReadOnlyList<string> TargetFields { get; init; }

    public required IReadOnlyList<string> Regions { get; init; }

    public Fulfilment Fulfilment { get; init; }

    /// <summary>One line for the page.</summary>
    public required string Note { get; init; }

    /// <summary>How long a paid order waits in the queue; the fulfilment's own time when null.</summary>
    public int? QueueSeconds { get; init; }

    /// <summary>Actions that the product can't do at all: 501 of the contract.</summary>
    public IReadOnlyList<ShopAction>? Cannot { get; init; }

    /// <summary>The shop lets it be cancelled or changed until it ships, window or not (rule P9).</summary>
    public bool OpenUntilShipped { get; init; }

    /// <summary>A card code, once sent, can't be made void, whether anybody has looked at it or not (rules P10, D3).</summary>
    public bool CodesStayValid { get; init; }

    public IEnumerable<string> Names => Aliases.Prepend(Name);

    public long? PriceOf(string denomination) => Denominations.FirstOrDefault(offered => offered.Name == denomination)?.PriceFen;

    public Product ToContract() => new(Name, Aliases, Denominations, Goods, TargetFields, Regions);
}
