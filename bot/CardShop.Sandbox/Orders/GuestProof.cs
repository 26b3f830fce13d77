using System.Security.Cryptography;
using System.Text;

namespace CardShop.Sandbox.Orders;

/// <summary>A guest's proofs. The books keep a query password only as a hash, and comparing takes the same time whatever is wrong.</summary>
internal static class GuestProof
{
    public static string Hash(string orderNo, string queryPassword) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(orderNo), Encoding.UTF8.GetBytes(queryPassword)));

    public static bool Fits(ShopOrder order, string? contact, string? queryPassword) =>
        (contact is not null && order.Contact is not null && Same(Plain(order.Contact), Plain(contact)))
        | (queryPassword is not null && order.QueryPasswordHash is not null && Same(order.QueryPasswordHash, Hash(order.OrderNo, queryPassword)));

    public static string Plain(string contact) => contact.Trim().ToUpperInvariant();

    private static bool Same(string kept, string given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(kept), Encoding.UTF8.GetBytes(given));
}
