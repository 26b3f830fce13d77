namespace CardShop.Dialogs.Understanding.Times;

/// <summary>Parts of the day and clocks in English: this morning, last night, noon, 9pm, at 4 sharp, quarter past two, half seven, ten to six, between 7 and 8.</summary>
internal static class EnglishClockReader
{
    private static readonly (string Word, DayPart Part)[] Parts =
    [
        ("morning", DayPart.Morning), ("afternoon", DayPart.Afternoon), ("evening", DayPart.EnglishEvening), ("night", DayPart.EnglishEvening), ("arvo", DayPart.Afternoon), ("early hours", DayPart.SmallHours),
    ];

    private static readonly string[] EarlyHours = ["early hours of this morning", "small hours of this morning", "wee hours of this morning"];
    private static readonly string[] Lunch = ["at lunchtime", "at lunch time", "at lunch", "during lunch", "lunchtime", "lunch time", "over lunch"];
    private static readonly string[] AfterTo = ["i", "just", "when", "this", "in the", "last", "yesterday", "today", "tonight", "ystd"];
    private static readonly string[] BeforeTo = ["at ", "around ", "about ", "was ", "paid ", "ordered ", "bought ", "like "];
    private static readonly string[] Greetings = ["good ", "gd "];
    private static readonly string[] Introducing = ["at like ", "at about ", "at around ", "at approx ", "at ", "around ", "about ", "since ", "by ", "between ", "was ", "past ", "gone ", "round ", "just gone ", "near ", "roughly ", "approx ", "till ", "ard "];
    private static readonly string[] Sharp = ["o'clock", "o clock", "oclock", "sharp"];
    private static readonly string[] Ish = ["-ish", "ish"];
    private static readonly string[] Goods = ["more", "months", "years", "day", "days"];
    private static readonly string[] Behind = ["for", "in the", "today", "this", "yesterday", "and", "but", "kanina", "sharp", "o'clock", "oclock", "on", "last", "my", "i", "the", "thru", "via", "it", "with", "ish", "ystd", "yday", "kuai", "or so"];

    /// <summary>Reads the part or the clock that starts here.</summary>
    public static TimeAtom? Read(TimeText text, int at, DateTime today)
    {
        if (char.IsAsciiLetterOrDigit(text.At(at - 1)))
            return null;
        return ReadPart(text, at, today) ?? ReadNamedHour(text, at) ?? ReadPast(text, at) ?? ReadHour(text, at);
    }

    private static TimeAtom? ReadPart(TimeText text, int at, DateTime today)
    {
        if (text.HasWord(at, "last night"))
            return new TimeAtom(at, at + "last night".Length) { Day = DaySpan.One(today.AddDays(-1)), Part = DayPart.EnglishLastNight };
        if (text.LengthOfAny(at, EarlyHours) is > 0 and var early)
            return new TimeAtom(at, at + early) { Day = DaySpan.One(today, isToday: true), Part = DayPart.SmallHours };
        if (text.LengthOfAny(at, Lunch) is > 0 and var lunch)
            return new TimeAtom(at, at + lunch) { Part = DayPart.Noon };
        if (text.HasWord(at, "tonight"))
            return new TimeAtom(at, at + "tonight".Length) { Day = DaySpan.One(today, isToday: true), Part = DayPart.EnglishEvening };
        foreach (var (word, part) in Parts)
        {
            if (text.HasWord(at, "this") && text.HasWord(at + 5, word))
                return new TimeAtom(at, at + 5 + word.Length) { Day = DaySpan.One(today, isToday: true), Part = part };
            if (text.HasWord(at, word) && !text.FollowsAny(at, Greetings))
                return new TimeAtom(at, at + word.Length) { Part = part };
        }

        return null;
    }

    private static TimeAtom? ReadNamedHour(TimeText text, int at)
    {
        if (text.HasWord(at, "noon"))
            return new TimeAtom(at, at + "noon".Length) { Clock = new ClockTime(12, 0, 0, ClockReading.Full, Fine: false) };
        return text.HasWord(at, "midnight") && !text.FollowsAny(at, ["past "]) ? new TimeAtom(at, at + "midnight".Length) { Clock = new ClockTime(0, 0, 0, ClockReading.Full, Fine: false) } : null;
    }

    /// <summary>quarter past two, half past ten, half seven, ten to six.</summary>
    private static TimeAtom? ReadPast(TimeText text, int at)
    {
        var (minutes, end) = MinutesAt(text, at);
        if (end == at)
            return null;
        var word = text.SkipSpaces(end);
        var past = text.HasWord(word, "past") || text.HasWord(word, "after");
        var to = text.HasWord(word, "to");
        if (!past && !to && minutes != 30)
            return null;
        var hourAt = past ? text.SkipSpaces(word + (text.Is(word, "past") ? 4 : 5)) : to ? text.SkipSpaces(word + 2) : word;
        if (past && text.HasWord(hourAt, "midnight"))
            return new TimeAtom(at, hourAt + "midnight".Length) { Clock = new ClockTime(0, minutes, 0, ClockReading.Full, Fine: true) };
        if (HourAt(text, hourAt) is not { } hour)
            return null;
        end = hour.End;
        if ((to && !char.IsAsciiLetter(text.At(at)) && !IsTold(text, at, end)) || (to && minutes == 30))
            return null;
        var half = ClockTimeReader.ReadHalf(text, ref end);
        var told = to ? (hour.Low == 1 ? 12 : (int)hour.Low - 1) : (int)hour.Low;
        return new TimeAtom(at, end) { Clock = new ClockTime(told, to ? 60 - minutes : minutes, 0, half, Fine: true) };
    }

    /// <summary>paid at 10 to 9; oops, 5 to 3: figures are a clock only where nothing else is said in their clause.</summary>
    private static bool IsTold(TimeText text, int at, int end)
    {
        var start = at;
        while (text.At(start - 1) == ' ')
            start--;
        var behind = text.SkipSpaces(end);
        return (start == 0 || text.EndsClause(start - 1) || text.FollowsAny(at, BeforeTo)) && (text.EndsClause(behind) || text.LengthOfAny(behind, AfterTo) > 0);
    }

    private static (int Minutes, int End) MinutesAt(TimeText text, int at)
    {
        if (text.HasWord(at, "a quarter"))
            return (15, at + "a quarter".Length);
        if (text.HasWord(at, "quarter"))
            return (15, at + "quarter".Length);
        if (text.HasWord(at, "half"))
            return (30, at + "half".Length);
        return EnglishNumber.Read(text, at) is { IsWhole: true, Low: 5 or 10 or 20 or 25 } number && !text.HasWord(at, "a") ? ((int)number.Low, number.End) : (0, at);
    }

    private static Quantity? HourAt(TimeText text, int at) =>
        !text.HasWord(at, "a") && !text.HasWord(at, "an") && !text.HasWord(at, "a couple") && EnglishNumber.Read(text, at) is { IsWhole: true, Low: >= 1 and <= 12 } hour && !char.IsAsciiLetterOrDigit(text.At(hour.End)) ? hour : null;

    private static TimeAtom? ReadHour(TimeText text, int at)
    {
        if (text.HasWord(at, "a") || text.HasWord(at, "an") || EnglishNumber.Read(text, at) is not { IsWhole: true, Low: >= 1 and <= 12 } hour)
            return null;
        var end = hour.End;
        var half = ClockTimeReader.ReadHalf(text, ref end);
        if (half != ClockReading.Either)
        {
            var plus = text.HasWord(text.SkipSpaces(end), "plus");
            return new TimeAtom(at, plus ? text.SkipSpaces(end) + 4 : end) { Clock = new ClockTime((int)hour.Low, 0, plus ? 60 : 0, half, Fine: false) };
        }

        var behind = text.SkipSpaces(hour.End);
        if (text.LengthOfAny(behind, Sharp) is > 0 and var sharp)
            return new TimeAtom(at, behind + sharp) { Clock = new ClockTime((int)hour.Low, 0, 0, ClockReading.Either, Fine: false) };
        if (text.HasWord(behind, "in the") && text.LengthOfAny(behind + 7, ["morning", "evening", "afternoon", "night"]) > 0)
            return new TimeAtom(at, hour.End) { Clock = new ClockTime((int)hour.Low, 0, 0, ClockReading.Either, Fine: false) };
        // 9 plus: from nine to ten, as it is said in Singapore.
        if (text.HasWord(behind, "plus") && !char.IsAsciiDigit(text.At(text.SkipSpaces(behind + 4))) && text.LengthOfAny(text.SkipSpaces(behind + 4), Goods) == 0)
            return new TimeAtom(at, behind + 4) { Clock = new ClockTime((int)hour.Low, 0, 60, ClockReading.Either, Fine: false) };
        if (text.LengthOfAny(behind, Ish) is > 0 and var ish)
            return new TimeAtom(at, behind + ish) { Clock = new ClockTime((int)hour.Low, 0, 0, ClockReading.Either, Fine: false) };
        if (!text.FollowsAny(at, Introducing))
            return null;
        if (text.FollowsAny(at, ["between "]))
            return ReadBetween(text, at, hour);
        if (EnglishNumber.Read(text, behind) is { IsWhole: true, Low: >= 10 and <= 55 } minute && char.IsAsciiLetter(text.At(behind)))
            return new TimeAtom(at, minute.End) { Clock = new ClockTime((int)hour.Low, (int)minute.Low, 0, ClockReading.Either, Fine: true) };
        if (behind < text.Length && !text.EndsClause(behind) && text.At(behind) is not (')' or '(') && text.LengthOfAny(behind, Behind) == 0)
            return null;
        return text.At(hour.End) == '%' ? null : new TimeAtom(at, hour.End) { Clock = new ClockTime((int)hour.Low, 0, 0, ClockReading.Either, Fine: false) };
    }

    private static TimeAtom? ReadBetween(TimeText text, int at, Quantity from)
    {
        var and = text.SkipSpaces(from.End);
        if (!text.HasWord(and, "and") || EnglishNumber.Read(text, text.SkipSpaces(and + 3)) is not { IsWhole: true, Low: >= 1 and <= 12 } to || to.Low <= from.Low)
            return null;
        var end = to.End;
        var half = ClockTimeReader.ReadHalf(text, ref end);
        return new TimeAtom(at, end) { Clock = new ClockTime((int)from.Low, 0, (int)(to.Low - from.Low) * 60, half, Fine: true) };
    }
}
