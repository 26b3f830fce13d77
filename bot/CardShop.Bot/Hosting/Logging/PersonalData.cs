using System.Globalization;
using System.Text.RegularExpressions;

namespace CardShop.Bot.Hosting.Logging;

/// <summary>
/// The net below everything that is logged: what looks like a mobile number, an identity card or an e-mail address is masked, wherever it stands. Code does
/// not log such things in the first place; libraries and exceptions may.
/// </summary>
internal static partial class PersonalData
{
    private const int CheckModulus = 11;
    private const string CheckDigits = "10X98765432";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The text with personal data masked.</summary>
    public static string Mask(string text)
    {
        text = Phone().Replace(text, match => $"{match.Value[..3]}****{match.Value[^4..]}");
        text = IdentityCard().Replace(text, match => IsIdentityCard(match.Value) ? $"{match.Value[..3]}***********{match.Value[^4..]}" : match.Value);
        return Email().Replace(text, match => $"{match.Value[0]}***@***");
    }

    /// <summary>The last character is a checksum (GB 11643): order numbers and ticks of the same length seldom pass.</summary>
    private static bool IsIdentityCard(string digits)
    {
        var sum = Weights.Select((weight, index) => weight * (digits[index] - '0')).Sum();
        return char.ToUpperInvariant(digits[^1]) == CheckDigits[sum % CheckModulus]
            && DateTime.TryParseExact(digits.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    [GeneratedRegex("(?<![0-9A-Za-z])1[3-9][0-9]{9}(?![0-9A-Za-z])")]
    private static partial Regex Phone();

    [GeneratedRegex("(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")]
    private static partial Regex IdentityCard();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")]
    private static partial Regex Email();
}
