using System.Globalization;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Reads numbers as they are written in chats: 100, 10.5, 1,000, 一百二, 两百五, 1百, 2千5, 3k.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";
    private const int LongestRead = 12;

    /// <summary>Beyond it no number is meant, and the next 万 might leave what can be counted.</summary>
    private const decimal Most = 1_000_000_000_000_000m;

    /// <summary>Reads the number that starts here; false when there is none.</summary>
    /// <param name="text">The folded message.</param>
    /// <param name="start">Where to read.</param>
    /// <param name="end">Where the number ends.</param>
    /// <param name="value">Plain digits.</param>
    public static bool TryRead(string text, int start, out int end, out string value)
    {
        end = start;
        value = string.Empty;
        decimal total = 0, section = 0;
        decimal? digit = null;
        var lastScale = 1m;
        var limit = Math.Min(text.Length, start + LongestRead);
        while (end < limit)
        {
            if (char.IsAsciiDigit(text[end]))
            {
                if (digit is not null || !TryReadArabic(text, ref end, out var arabic))
                    break;
                digit = arabic;
                continue;
            }

            if (DigitOf(text[end]) is { } spoken)
            {
                if (digit is > 0)
                    break;
                digit = spoken;
            }
            else if (ScaleOf(text, end) is { } scale)
            {
                if (end == start && scale != 10)
                    break;
                if ((digit ?? 0) > Most || total + section > Most)
                    return false;
                if (scale == 10_000)
                    (total, section) = ((total + section + (digit ?? 0)) * scale, 0);
                else
                    section += (digit ?? 1) * scale;
                digit = null;
                lastScale = scale;
            }
            else
            {
                break;
            }

            end++;
        }

        if (end == start)
            return false;
        // 两百五 is 250; 一百零五 is 105.
        var last = digit is < 10 && lastScale > 10 && text[end - 2] != '零' ? digit.Value * lastScale / 10 : digit ?? 0;
        value = (total + section + last).ToString("0.####", CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>The value of one spoken digit; null for any other character.</summary>
    public static int? DigitOf(char one) => one switch
    {
        '两' => 2,
        '〇' => 0,
        _ => Digits.IndexOf(one, StringComparison.Ordinal) is >= 0 and var digit ? digit : null,
    };

    private static decimal? ScaleOf(string text, int at) => text[at] switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        'k' when StandsBetween(text, at) => 1_000,
        'w' when StandsBetween(text, at) => 10_000,
        _ => null,
    };

    private static bool StandsBetween(string text, int at) =>
        at > 0 && char.IsAsciiDigit(text[at - 1]) && (at + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[at + 1]));

    private static bool TryReadArabic(string text, ref int at, out decimal value)
    {
        var start = at;
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (end - start <= 3)
        {
            while (IsThousands(text, end))
                end += 4;
        }

        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
        }

        if (!decimal.TryParse(text.AsSpan(start, end - start), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value))
            return false;
        at = end;
        return true;
    }

    private static bool IsThousands(string text, int comma) =>
        comma + 3 < text.Length && text[comma] == ',' && char.IsAsciiDigit(text[comma + 1]) && char.IsAsciiDigit(text[comma + 2])
        && char.IsAsciiDigit(text[comma + 3]) && (comma + 4 == text.Length || !char.IsAsciiDigit(text[comma + 4]));
}
