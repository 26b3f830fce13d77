using CardShop.ShopContract;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Shop;

/// <summary>Finds out whether the shop answers at all.</summary>
internal interface IShopProbe
{
    /// <summary>Whether it answers a signed request as the contract says.</summary>
    Task<bool> AnswersAsync(CancellationToken cancellationToken);
}

/// <inheritdoc />
internal sealed class ShopProbe(ShopClient client, IOptions<ShopOptions> options) : IShopProbe
{
    private readonly ShopCall _read = new(IsRead: true, options.Value.ReadTimeout);

    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        var reply = await client.GetAsync(ShopRoutes.Products, _read, cancellationToken);
        return reply.Status == 200 && reply.Read<ProductList>() is not null;
    }
}
