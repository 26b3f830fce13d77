using System.Globalization;
using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Dates, clock times, landlines and masked numbers: numbers that name nothing of an order.</summary>
internal sealed class MomentReader : IMentionReader
{
    /// <inheritdoc />
    public Reading? Read(Surroundings here, int at)
    {
        if (!char.IsAsciiDigit(here.Text.At(at)) || char.IsAsciiLetterOrDigit(here.Text.At(at - 1)))
            return null;
        var first = EndOfDigits(here, at);
        if (here.Text.At(first) == '*')
            return new Reading(EndOfMasked(here, first), null);
        var end = (first - at) switch
        {
            3 or 4 when here.Text.At(first) == '-' && (here.Text.At(at) == '0' || here.Text.StartsWith("400", at)) => EndOfLandline(here, first),
            4 when here.Text.At(first) is '-' or '/' or '.' or '年' => EndOfDate(here, first),
            <= 2 when here.Text.At(first) == ':' => EndOfClock(here, first),
            8 when IsCompactDate(here.Text.Plain.AsSpan(at, 8)) && !here.Follows(here.Words.Account, at) && here.Asked is null && !(here.Text.At(first) == '-' && char.IsAsciiLetterOrDigit(here.Text.At(first + 1))) => first,
            10 or 11 or 12 when here.Text.At(at) == '0' && !here.Follows(here.Words.Account, at) => first,
            _ => at,
        };
        return end > at ? new Reading(end, null) : null;
    }

    private static int EndOfDigits(Surroundings here, int at)
    {
        while (char.IsAsciiDigit(here.Text.At(at)))
            at++;
        return at;
    }

    /// <summary>138****1234 names nobody.</summary>
    private static int EndOfMasked(Surroundings here, int at)
    {
        while (here.Text.At(at) == '*' || char.IsAsciiDigit(here.Text.At(at)))
            at++;
        return at;
    }

    private static int EndOfDate(Surroundings here, int separator)
    {
        var month = EndOfDigits(here, separator + 1);
        if (month - separator is < 2 or > 3)
            return 0;
        if (here.Text.At(month) is not ('-' or '/' or '.' or '月'))
            return month;
        var day = EndOfDigits(here, month + 1);
        return here.Text.At(day) is '日' or '号' ? day + 1 : day;
    }

    private static int EndOfClock(Surroundings here, int colon)
    {
        var minute = EndOfDigits(here, colon + 1);
        if (minute - colon != 3)
            return 0;
        return here.Text.At(minute) == ':' ? EndOfDigits(here, minute + 1) : minute;
    }

    private static int EndOfLandline(Surroundings here, int dash)
    {
        var at = EndOfDigits(here, dash + 1);
        return here.Text.At(at) == '-' ? EndOfDigits(here, at + 1) : at;
    }

    private static bool IsCompactDate(ReadOnlySpan<char> digits) =>
        digits.ContainsOnlyDigits() && digits[..2] is "20" && Number(digits[4..6]) is >= 1 and <= 12 && Number(digits[6..]) is >= 1 and <= 31;

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
