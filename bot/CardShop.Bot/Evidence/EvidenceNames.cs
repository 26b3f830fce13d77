using System.Security.Cryptography;

namespace CardShop.Bot.Evidence;

/// <summary>The names of pieces, and of what is stored of them.</summary>
internal static class EvidenceNames
{
    /// <summary>Short enough to be read out, and far too many to be guessed: 23^20.</summary>
    private const string Letters = "34679acdefghjkmnpqrtwxy";
    private const int Length = 20;

    /// <summary>A fresh id.</summary>
    public static string Next() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>Under which the piece is stored.</summary>
    public static string Of(string id) => id;

    /// <summary>Under which its thumbnail is stored.</summary>
    public static string OfThumbnail(string id) => id + "-thumbnail";

    /// <summary>Everything that may be stored of it.</summary>
    public static IReadOnlyList<string> AllOf(string id) => [Of(id), OfThumbnail(id)];
}
