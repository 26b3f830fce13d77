namespace CardShop.Dialogs.Understanding.Times;

/// <summary>yesterday, the day before yesterday, last Friday, on Tuesday, Nov 20, the 3rd of May, on the 21st, last week, new year's day.</summary>
internal static class EnglishDayReader
{
    private static readonly string[][] Weekdays =
    [
        ["monday", "mon"], ["tuesday", "tues", "tue"], ["wednesday", "wed"], ["thursday", "thurs", "thu"], ["friday", "fri"], ["saturday", "sat"], ["sunday", "sun"],
    ];

    private static readonly string[][] Months =
    [
        ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"], ["june", "jun"], ["july", "jul"], ["august", "aug"], ["september", "sept", "sep"], ["october", "oct"], ["november", "nov"], ["december", "dec"],
    ];

    private static readonly string[] Yesterday = ["yesterday", "yesterdays", "yday", "ystd", "ytd", "yest"];
    private static readonly string[] EarlierToday = ["earlier today", "today"];
    private static readonly string[] Weekend = ["over the weekend", "at the weekend", "last weekend", "on the weekend", "this weekend"];
    private static readonly string[] DayBeforeYesterday = ["the day before yesterday", "day before yesterday"];
    private static readonly string[] OnThe = ["on the ", "since the ", "from the ", "for the ", "of the "];
    private static readonly string[] Shortened = ["on ", "last ", "this ", "since ", "from "];
    private static readonly string[] NewYear = ["new years day", "new year's day"];

    /// <summary>Reads the day that starts here.</summary>
    public static TimeAtom? Read(TimeText text, int at, DateTime today)
    {
        if (char.IsAsciiLetterOrDigit(text.At(at - 1)))
            return null;
        if (text.LengthOfAny(at, DayBeforeYesterday) is > 0 and var before)
            return new TimeAtom(at, at + before) { Day = DaySpan.One(today.AddDays(-2)) };
        if (text.LengthOfAny(at, Yesterday) is > 0 and var yesterday)
            return new TimeAtom(at, at + yesterday) { Day = DaySpan.One(today.AddDays(-1)) };
        if (text.LengthOfAny(at, EarlierToday) is > 0 and var earlier)
            return new TimeAtom(at, at + earlier) { Day = DaySpan.One(today, isToday: true), NeedsPayment = earlier == "today".Length };
        if (text.LengthOfAny(at, NewYear) is > 0 and var year)
            return DayReader.On(at, at + year, null, 1, 1, today);
        return ReadLong(text, at, today) ?? ReadWeekday(text, at, today) ?? ReadDate(text, at, today);
    }

    private static TimeAtom? ReadLong(TimeText text, int at, DateTime today)
    {
        var monday = today.AddDays(-DayReader.MondayBased(today.DayOfWeek));
        if (text.HasWord(at, "last week"))
            return new TimeAtom(at, at + "last week".Length) { Day = new DaySpan(monday.AddDays(-7), monday) };
        if (text.LengthOfAny(at, Weekend) is > 0 and var weekend)
        {
            var saturday = monday.AddDays(monday.AddDays(5) > today ? -2 : 5);
            return new TimeAtom(at, at + weekend) { Day = new DaySpan(saturday, saturday.AddDays(2)) };
        }

        if (!text.HasWord(at, "last month"))
            return null;
        var month = new DateTime(today.Year, today.Month, 1);
        return new TimeAtom(at, at + "last month".Length) { Day = new DaySpan(month.AddMonths(-1), month) };
    }

    private static TimeAtom? ReadWeekday(TimeText text, int at, DateTime today)
    {
        var last = text.HasWord(at, "last");
        var nameAt = last ? text.SkipSpaces(at + "last".Length) : at;
        for (var day = 0; day < Weekdays.Length; day++)
        {
            if (text.LengthOfAny(nameAt, Weekdays[day]) is not (> 0 and var length))
                continue;
            if (length < 5 && text.At(nameAt + length) is not (' ' or ',' or '.' or '\n'))
                return null;
            if (length is 3 && Weekdays[day][^1] is "sun" or "sat" && !text.FollowsAny(nameAt, Shortened))
                return null;
            var end = nameAt + length;
            var lastWeek = !last && text.HasWord(text.SkipSpaces(end), "last week");
            if (lastWeek)
                end = text.SkipSpaces(end) + "last week".Length;
            var back = (DayReader.MondayBased(today.DayOfWeek) - day + 7) % 7;
            var monday = today.AddDays(-DayReader.MondayBased(today.DayOfWeek));
            var named = lastWeek ? monday.AddDays(day - 7) : today.AddDays(last && back == 0 ? -7 : -back);
            return new TimeAtom(at, end) { Day = DaySpan.One(named) with { IsWeekday = !last && !lastWeek } };
        }

        return null;
    }

    /// <summary>Nov 20, November 20th, 19 April, 3rd of May, on the 21st.</summary>
    private static TimeAtom? ReadDate(TimeText text, int at, DateTime today)
    {
        if (MonthAt(text, at) is ({ } month, { } monthEnd))
        {
            return ReadOrdinal(text, text.SkipSpaces(monthEnd)) is { } day ? DayReader.On(at, day.End, null, month, day.Value, today) : null;
        }

        if (text.HasWord(at, "first of the month"))
            return DayReader.On(at, at + "first of the month".Length, today.Year, today.Month, 1, today);
        if (ReadOrdinal(text, at) is not { } first)
            return null;
        var behind = text.SkipSpaces(first.End);
        if (text.HasWord(behind, "of"))
            behind = text.SkipSpaces(behind + 2);
        if (MonthAt(text, behind) is ({ } named, { } end))
            return DayReader.On(at, end, null, named, first.Value, today);
        if (!first.HasSuffix || !text.FollowsAny(at, OnThe))
            return null;
        var start = first.Value <= today.Day ? today : today.AddDays(-today.Day);
        return DayReader.On(at, first.End, start.Year, start.Month, first.Value, today);
    }

    private static (int? Month, int? End) MonthAt(TimeText text, int at)
    {
        if (!char.IsAsciiLetter(text.At(at)) || char.IsAsciiLetter(text.At(at - 1)))
            return (null, null);
        for (var month = 0; month < Months.Length; month++)
        {
            if (text.LengthOfAny(at, Months[month]) is > 0 and var length)
                return (month + 1, at + length + (text.At(at + length) == '.' ? 1 : 0));
        }

        return (null, null);
    }

    private static (int Value, int End, bool HasSuffix)? ReadOrdinal(TimeText text, int at)
    {
        if (!char.IsAsciiDigit(text.At(at)) || Quantity.Read(text, at) is not { IsWhole: true, Low: >= 1 and <= 31 } number)
            return null;
        var suffix = SuffixLength(text, number.End);
        return char.IsAsciiLetterOrDigit(text.At(number.End + suffix)) || text.At(number.End + suffix) == ':' ? null : ((int)number.Low, number.End + suffix, suffix > 0);
    }

    private static int SuffixLength(TimeText text, int at) => text.Is(at, "st") || text.Is(at, "nd") || text.Is(at, "rd") || text.Is(at, "th") ? 2 : 0;
}
