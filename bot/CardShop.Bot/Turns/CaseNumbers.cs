using System.Globalization;
using System.Security.Cryptography;

namespace CardShop.Bot.Turns;

/// <summary>Case numbers such as <c>CS-261122-7K3QF</c>: the day in China and five characters that nobody can guess or misread.</summary>
internal static class CaseNumbers
{
    /// <summary>No 0/O, 1/I/L, 2/Z, 5/S, 8/B or U/V pairs: the number is read out over the phone.</summary>
    private const string Letters = "34679ACDEFGHJKMNPQRTWXY";

    private const int RandomLength = 5;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>A fresh number; the store's primary key settles the rare collision.</summary>
    public static string Next(DateTimeOffset now) =>
        $"CS-{now.ToOffset(China).ToString("yyMMdd", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetString(Letters, RandomLength)}";
}
