using CardShop.Dialogs.Shop;

namespace CardShop.Bot.Shop;

/// <summary>Asks the shop. Reading changes nothing there.</summary>
internal interface IShopReader
{
    /// <summary>The shop's answer. A shop that stays silent or talks nonsense is <see cref="UnreachableAnswer"/>, never an exception.</summary>
    Task<ShopAnswer> AskAsync(ShopQuery query, CancellationToken cancellationToken);
}
