using CardShop.Bot.Shop;
using CardShop.Dialogs.Shop;

namespace CardShop.Channels.Tests.Fakes;

/// <summary>A shop that sells one thing, and knows its customers' orders.</summary>
internal sealed class ListedShop : IShopReader
{
    public List<Order> Orders { get; } = [];

    public bool IsSilent { get; set; }

    public TargetOwner Owner { get; set; } = TargetOwner.Self;

    public Task<ShopAnswer> AskAsync(ShopQuery query, CancellationToken cancellationToken) => Task.FromResult<ShopAnswer>(query switch
    {
        _ when IsSilent => new UnreachableAnswer(),
        ListProducts => new ProductsAnswer([new Product("移动话费", [], [new Denomination("100元", 9930)], GoodsKind.Topup, ["phone"], [])]),
        ListOrders list => new OrdersAnswer([.. Orders.Where(order => order.CustomerId == list.CustomerId)]),
        CheckTarget => new TargetAnswer(new TargetCheck(Owner, null)),
        _ => throw new InvalidOperationException($"Nobody should ask for {query}."),
    });
}
