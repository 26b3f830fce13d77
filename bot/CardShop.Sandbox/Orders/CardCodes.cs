using System.Security.Cryptography;

namespace CardShop.Sandbox.Orders;

/// <summary>Makes card codes (卡密). They stay in the shop's books; only the shop's own page shows them, to whoever owns the order.</summary>
internal static class CardCodes
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>What stands in for a code that nobody has asked to see.</summary>
    public const string Masked = "****-****-****-****";

    public static string Draw(int count) => string.Join('\n', Enumerable.Range(0, count).Select(_ => DrawOne()));

    private static string DrawOne() => string.Join('-', RandomNumberGenerator.GetString(Alphabet, 16).Chunk(4).Select(four => new string(four)));
}
