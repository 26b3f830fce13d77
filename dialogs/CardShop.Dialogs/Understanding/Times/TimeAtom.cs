namespace CardShop.Dialogs.Understanding.Times;

/// <summary>One piece of a told time; pieces side by side make a <see cref="TimePhrase"/>.</summary>
internal readonly record struct TimeAtom(int Start, int End)
{
    /// <summary>The days it names.</summary>
    public DaySpan? Day { get; init; }

    /// <summary>The part of the day.</summary>
    public DayPart? Part { get; init; }

    /// <summary>The clock.</summary>
    public ClockTime? Clock { get; init; }

    /// <summary>How long ago.</summary>
    public Lapse? Ago { get; init; }

    /// <summary>刚刚, just now.</summary>
    public bool IsNow { get; init; }

    /// <summary>Whether a word for paying belongs to it: 付了半小时了.</summary>
    public bool IsPaid { get; init; }

    /// <summary>Whether it counts only beside a word for paying: 刚, 才, 今天, a lapse without 前.</summary>
    public bool NeedsPayment { get; init; }
}

/// <summary>Whole days, the last one excluded.</summary>
internal readonly record struct DaySpan(DateTime From, DateTime Until, bool IsToday = false)
{
    /// <summary>Whether only the day of the week was said.</summary>
    public bool IsWeekday { get; init; }

    /// <summary>Whether it was called yesterday; only then does its evening end the next morning (LABELS.md).</summary>
    public bool IsYesterday { get; init; }

    /// <summary>The same a week before.</summary>
    public DaySpan WeekBefore => this with { From = From.AddDays(-7), Until = Until.AddDays(-7), IsWeekday = false };

    /// <summary>One day.</summary>
    public static DaySpan One(DateTime day, bool isToday = false) => new(day, day.AddDays(1), isToday);

    /// <summary>Whether it is a single day, on which a clock can be read.</summary>
    public bool IsOne => Until - From == TimeSpan.FromDays(1);
}

/// <summary>How long something is ago.</summary>
internal readonly record struct Lapse(TimeSpan Least, TimeSpan Most);
