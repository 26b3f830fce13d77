namespace CardShop.Dialogs.Understanding.Times;

/// <summary>Dates in figures: 2026-11-20, 2026/6/3, 2026年9月12日, 11/19, 30/5. Pieces of an order number are none.</summary>
internal static class NumericDateReader
{
    private static readonly string[] MomentsBehind = ["上午", "下午", "晚", "早", "中午", "凌晨", "傍晚", "号"];

    /// <summary>Reads the date that starts here.</summary>
    public static TimeAtom? Read(TimeText text, int at, DateTime today)
    {
        if (!char.IsAsciiDigit(text.At(at)) || char.IsAsciiLetterOrDigit(text.At(at - 1)) || text.At(at - 1) is '-' or '/' or '.' or '_' or '#')
            return null;
        var end = EndOfDigits(text, at);
        return (end - at) switch
        {
            4 => ReadWithYear(text, at, end, today),
            1 or 2 => ReadShort(text, at, end, today),
            _ => null,
        };
    }

    private static TimeAtom? ReadWithYear(TimeText text, int at, int end, DateTime today)
    {
        var separator = text.At(end);
        if (separator is not ('-' or '/' or '.' or '年'))
            return null;
        var monthAt = text.SkipSpaces(end + 1);
        var monthEnd = EndOfDigits(text, monthAt);
        if (monthEnd - monthAt is not (1 or 2) || (separator == '年' ? text.At(text.SkipSpaces(monthEnd)) != '月' : text.At(monthEnd) != separator))
            return null;
        var dayAt = text.SkipSpaces((separator == '年' ? text.SkipSpaces(monthEnd) : monthEnd) + 1);
        var dayEnd = EndOfDigits(text, dayAt);
        if (dayEnd - dayAt is not (1 or 2) || IsLonger(text, dayEnd))
            return null;
        var close = text.At(dayEnd) is '日' or '号' ? dayEnd + 1 : dayEnd;
        // 2026-11-20T14:05
        if (text.At(close) == 't' && char.IsAsciiDigit(text.At(close + 1)))
            close++;
        return DayReader.On(at, close, ToNumber(text, at, end), ToNumber(text, monthAt, monthEnd), ToNumber(text, dayAt, dayEnd), today);
    }

    /// <summary>11/19 beside a clock or a part of the day; 24/7 is no date.</summary>
    private static TimeAtom? ReadShort(TimeText text, int at, int end, DateTime today)
    {
        // 11-20 and 11.20 only right before a clock with a colon: 11-20 14:05.
        if (text.At(end) is '-' or '.' ? !StandsBeforeColon(text, end) : text.At(end) != '/')
            return null;
        var dayEnd = EndOfDigits(text, end + 1);
        if (dayEnd - end is not (2 or 3) || IsLonger(text, dayEnd) || text.At(dayEnd) == '/')
            return null;
        var (first, second) = (ToNumber(text, at, end), ToNumber(text, end + 1, dayEnd));
        var behind = text.SkipSpaces(dayEnd);
        if (!text.FollowsAny(at, ["on "]) && text.LengthOfAny(behind, MomentsBehind) == 0 && ClockTimeReader.Read(text, behind) is null)
            return null;
        return first > 12 ? DayReader.On(at, dayEnd, null, second, first, today) : DayReader.On(at, dayEnd, null, first, second, today);
    }

    private static bool StandsBeforeColon(TimeText text, int separator)
    {
        var day = EndOfDigits(text, separator + 1);
        var hour = text.SkipSpaces(day);
        return day > separator + 1 && hour > day && text.At(EndOfDigits(text, hour)) == ':';
    }

    private static bool IsLonger(TimeText text, int end) =>
        (char.IsAsciiLetterOrDigit(text.At(end)) && text.At(end) != 't') || (text.At(end) is '-' or '/' && char.IsAsciiLetterOrDigit(text.At(end + 1)));

    private static int EndOfDigits(TimeText text, int at)
    {
        while (char.IsAsciiDigit(text.At(at)))
            at++;
        return at;
    }

    private static int ToNumber(TimeText text, int from, int to)
    {
        var value = 0;
        for (var at = from; at < to; at++)
            value = (value * 10) + (text.At(at) - '0');
        return value;
    }
}
