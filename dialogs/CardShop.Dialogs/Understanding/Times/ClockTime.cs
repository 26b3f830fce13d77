namespace CardShop.Dialogs.Understanding.Times;

/// <summary>What a clock was said to show.</summary>
/// <param name="Hour">0 to 24, as said.</param>
/// <param name="Minute">The minute.</param>
/// <param name="Open">Minutes for which it stays open: 三点多 is sixty; zero for a point.</param>
/// <param name="Reading">Whether it is one of twelve hours, and of which half of the day.</param>
/// <param name="Fine">Whether minutes were said.</param>
internal readonly record struct ClockTime(int Hour, int Minute, int Open, ClockReading Reading, bool Fine)
{
    private const int NoonHour = 12;

    /// <summary>The second, where a record was pasted.</summary>
    public int Second { get; init; }

    /// <summary>The minutes after midnight that it can mean, the earlier one first; they are the same when it is plain.</summary>
    public (int Early, int Late) Minutes(DayPart? part)
    {
        var literal = (Hour * 60) + Minute;
        var twelve = ((Hour % NoonHour) * 60) + Minute;
        var late = twelve + (NoonHour * 60);
        if (Reading == ClockReading.Am)
            return (twelve, twelve);
        if (Reading == ClockReading.Pm)
            return (late, late);
        if (Reading == ClockReading.Full || Hour > NoonHour)
            return ShiftNight(literal, part);
        return part?.Kind switch
        {
            DayPartKind.Morning => (literal, literal),
            DayPartKind.Noon => Hour is 10 or 11 ? (literal, literal) : (late, late),
            DayPartKind.Afternoon => (late, late),
            DayPartKind.SmallHours => (twelve, twelve),
            DayPartKind.Evening or DayPartKind.Dusk or DayPartKind.Night => ShiftNight(Hour is >= 5 and < NoonHour ? late : twelve, part),
            _ => Hour == 0 ? (literal, literal) : (twelve, late),
        };
    }

    /// <summary>Hours after midnight belong to the night that began the day before: 昨晚十二点半.</summary>
    private static (int Early, int Late) ShiftNight(int minutes, DayPart? part)
    {
        var shifted = part?.Kind is DayPartKind.Evening or DayPartKind.Night && minutes < 5 * 60 ? minutes + DayPart.Midnight : minutes;
        return (shifted, shifted);
    }
}

/// <summary>How the hours of a clock were counted.</summary>
internal enum ClockReading
{
    /// <summary>Nothing said: one of two halves of the day.</summary>
    Either,

    /// <summary>Of twenty-four hours.</summary>
    Full,

    /// <summary>Before noon.</summary>
    Am,

    /// <summary>After noon.</summary>
    Pm,
}
