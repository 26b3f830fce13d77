using System.Globalization;
using System.Text.RegularExpressions;
using CardShop.Dialogs.Replies;

namespace CardShop.Documents;

/// <summary>
/// Masks personal data in a bundle (rule L1): what is known to be somebody's, and what looks like a mobile number, an identity card, a bank card, a QQ number or a mail
/// address. In doubt it masks. Names and pictures it cannot see.
/// </summary>
/// <param name="known">Values known to be personal, such as the recipient's account.</param>
/// <param name="kept">Values that are nobody's, whatever they look like: numbers of orders and cases.</param>
public sealed partial class Redaction(IEnumerable<string> known, IEnumerable<string> kept)
{
    private const string CheckDigits = "10X98765432";
    private const int Shortest = 5;
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    // The longest first, so that a number within another does not break it up.
    private readonly string[] _known = [.. known.Where(value => value.Length >= Shortest).OrderByDescending(value => value.Length)];
    private readonly HashSet<string> _kept = [.. kept];

    /// <summary>The text with personal data masked.</summary>
    public string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var value in _known)
            text = text.Replace(value, Masking.Mask(value), StringComparison.OrdinalIgnoreCase);

        text = Email().Replace(text, match => Masking.Mask(match.Value));
        text = Digits().Replace(text, match => _kept.Contains(match.Value) ? match.Value : Hidden(match.Value));
        text = Phone().Replace(text, match => _kept.Contains(match.Value) ? match.Value : Masking.Mask(Plain(match.Value)));
        return Qq().Replace(text, match => match.Groups["lead"].Value + Masking.Mask(match.Groups["number"].Value));
    }

    private static string Plain(string number) => number.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    /// <summary>Of an identity card, three characters and two at most are shown.</summary>
    private static string Hidden(string digits) => IsIdentityCard(digits) ? $"{digits[..3]}****{digits[^2..]}" : IsBankCard(digits) ? Masking.Mask(digits) : digits;

    /// <summary>GB 11643: 17 digits with a date of birth, and a check character.</summary>
    private static bool IsIdentityCard(string digits) => digits.Length == 18
        && DateOnly.TryParseExact(digits.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && char.ToUpperInvariant(digits[^1]) == CheckDigits[Weights.Select((weight, index) => weight * (digits[index] - '0')).Sum() % CheckDigits.Length];

    /// <summary>16 to 19 digits whose Luhn sum fits, as cards of UnionPay, Visa and Mastercard begin.</summary>
    private static bool IsBankCard(string digits)
    {
        if (digits.Length is < 16 or > 19 || digits[0] is not ('4' or '5' or '6') || !digits.All(char.IsAsciiDigit))
            return false;

        var sum = digits.Reverse().Select((digit, index) => index % 2 == 0 ? digit - '0' : ((digit - '0') * 2 / 10) + ((digit - '0') * 2 % 10)).Sum();
        return sum % 10 == 0;
    }

    [GeneratedRegex("(?<![0-9A-Za-z*])1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9A-Za-z*])")]
    private static partial Regex Phone();

    [GeneratedRegex("(?<![0-9A-Za-z])[0-9]{15,18}[0-9Xx](?![0-9A-Za-z])")]
    private static partial Regex Digits();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")]
    private static partial Regex Email();

    [GeneratedRegex("(?<lead>[Qq][Qq][^0-9A-Za-z]{0,4}号?码?[^0-9A-Za-z]{0,3})(?<number>[1-9][0-9]{4,10})(?![0-9A-Za-z*])")]
    private static partial Regex Qq();
}
