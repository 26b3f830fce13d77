namespace CardShop.Dialogs.Understanding.Times;

/// <summary>A number as it is said of times: 7, 十五, 七八, 十几, 两. A spoken pair names a stretch.</summary>
/// <param name="Low">The number, or the lower one.</param>
/// <param name="High">The higher one; the same as <paramref name="Low"/> for a plain number.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Quantity(double Low, double High, int End)
{
    private const int LongestDigits = 3;
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Whether it is one whole number.</summary>
    public bool IsWhole => Low == High && Low == Math.Floor(Low);

    /// <summary>Reads the number that starts here; null when there is none, or when it is a piece of a longer one.</summary>
    public static Quantity? Read(TimeText text, int at)
    {
        if (char.IsAsciiDigit(text.At(at)))
            return ReadDigits(text, at);
        return ReadSpoken(text, at);
    }

    /// <summary>The value of one spoken digit, or -1.</summary>
    public static int DigitOf(char one) => one switch
    {
        '两' or '俩' => 2,
        '仨' => 3,
        '〇' => 0,
        '壹' => 1,
        _ => Digits.IndexOf(one, StringComparison.Ordinal),
    };

    private static Quantity? ReadDigits(TimeText text, int at)
    {
        if (char.IsAsciiLetterOrDigit(text.At(at - 1)) || (text.At(at - 1) is '.' or '-' or '/' or ':' or '_' && char.IsAsciiLetterOrDigit(text.At(at - 2))))
            return null;
        var end = at;
        double value = 0;
        while (char.IsAsciiDigit(text.At(end)) && end - at <= LongestDigits)
            value = (value * 10) + (text.At(end++) - '0');
        if (end - at > LongestDigits)
            return null;
        if (text.At(end) == '.' && char.IsAsciiDigit(text.At(end + 1)) && !char.IsAsciiDigit(text.At(end + 2)))
            return new Quantity(value + ((text.At(end + 1) - '0') / 10.0), value + ((text.At(end + 1) - '0') / 10.0), end + 2);
        if (text.At(end) is '-' or '~' or '到' && char.IsAsciiDigit(text.At(end + 1)) && end - at <= 2)
            return ReadUpper(text, value, end + 1) ?? new Quantity(value, value, end);
        return new Quantity(value, value, end);
    }

    private static Quantity? ReadUpper(TimeText text, double low, int at)
    {
        double value = 0;
        var end = at;
        while (char.IsAsciiDigit(text.At(end)) && end - at < LongestDigits)
            value = (value * 10) + (text.At(end++) - '0');
        return value > low && value <= low + 10 ? new Quantity(low, value, end) : null;
    }

    private static Quantity? ReadSpoken(TimeText text, int at)
    {
        var end = at;
        double low = 0, high = 0;
        var digit = DigitOf(text.At(end));
        if (digit > 0 && text.At(end + 1) == '百')
        {
            low = high = digit * 100;
            end += 2;
            if (text.At(end) == '零')
                end++;
            digit = DigitOf(text.At(end));
        }

        if (digit == 0 && end == at && DigitOf(text.At(end + 1)) > 0)
            return new Quantity(DigitOf(text.At(end + 1)), DigitOf(text.At(end + 1)), end + 2);
        if (digit > 0 && DigitOf(text.At(end + 1)) == digit + 1 && text.At(end + 2) == '十')
            return new Quantity(digit * 10, (digit + 1) * 10, end + 3);
        if (text.At(end) == '十' || (digit > 0 && text.At(end + 1) == '十'))
        {
            var tens = text.At(end) == '十' ? 1 : digit;
            end += text.At(end) == '十' ? 1 : 2;
            low += tens * 10;
            high += tens * 10;
            if (text.At(end) == '几')
                return new Quantity(low, high + 10, end + 1);
            digit = DigitOf(text.At(end));
            if (digit <= 0)
                return new Quantity(low, high, end);
        }

        if (digit < 0)
            return end > at ? new Quantity(low, high, end) : null;
        var next = DigitOf(text.At(end + 1));
        if (digit > 0 && next == digit + 1)
            return new Quantity(low + digit, high + next, end + 2);
        return next >= 0 ? null : new Quantity(low + digit, high + digit, end + 1);
    }
}
