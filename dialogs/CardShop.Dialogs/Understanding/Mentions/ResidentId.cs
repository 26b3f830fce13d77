using System.Globalization;
using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Tells a resident ID number (GB 11643) from an order number of 18 digits: by the birth date in it and by its check character.</summary>
internal static class ResidentId
{
    private const int Length = 18;
    private const string CheckCharacters = "10X98765432";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Whether this can only be meant as a resident ID number.</summary>
    public static bool Looks(string token) =>
        token.Length == Length && token.AsSpan(0, Length - 1).ContainsOnlyDigits() && HasBirthDate(token) && HasCheckCharacter(token);

    private static bool HasBirthDate(string token) =>
        DateOnly.TryParseExact(token.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) && born.Year is >= 1900 and < 2100;

    private static bool HasCheckCharacter(string token)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += (token[i] - '0') * Weights[i];
        return char.ToUpperInvariant(token[^1]) == CheckCharacters[sum % CheckCharacters.Length];
    }
}
