namespace CardShop.Dialogs.Understanding.Times;

/// <summary>A part of the day, with the hours that LABELS.md gives it.</summary>
/// <param name="From">Minutes after midnight.</param>
/// <param name="To">Minutes after midnight; beyond 1440 for nights that end the next morning.</param>
/// <param name="Kind">What the clock beside it means.</param>
internal readonly record struct DayPart(int From, int To, DayPartKind Kind)
{
    /// <summary>Minutes of a day.</summary>
    public const int Midnight = 24 * 60;

    public static readonly DayPart Morning = new(5 * 60, 12 * 60, DayPartKind.Morning);
    public static readonly DayPart Noon = new(11 * 60, 14 * 60, DayPartKind.Noon);
    public static readonly DayPart Afternoon = new(12 * 60, (18 * 60) + 30, DayPartKind.Afternoon);
    public static readonly DayPart Evening = new((17 * 60) + 30, Midnight, DayPartKind.Evening);
    public static readonly DayPart Dusk = new((17 * 60) + 30, Midnight, DayPartKind.Dusk);
    public static readonly DayPart EnglishEvening = new(17 * 60, Midnight, DayPartKind.Evening);
    public static readonly DayPart LastNight = new((17 * 60) + 30, 26 * 60, DayPartKind.Evening);
    public static readonly DayPart EnglishLastNight = new(17 * 60, 26 * 60, DayPartKind.Evening);
    public static readonly DayPart SmallHours = new(0, 6 * 60, DayPartKind.SmallHours);
    public static readonly DayPart Night = new((17 * 60) + 30, Midnight, DayPartKind.Night);
    public static readonly DayPart MiddleOfNight = new(0, 6 * 60, DayPartKind.Night);
}

/// <summary>Parts of the day by what they make of a clock.</summary>
internal enum DayPartKind
{
    /// <summary>05 to 12.</summary>
    Morning,

    /// <summary>11 to 14.</summary>
    Noon,

    /// <summary>12 to 18:30.</summary>
    Afternoon,

    /// <summary>17:30 to 24.</summary>
    Evening,

    /// <summary>傍晚: an evening that never ends the next morning.</summary>
    Dusk,

    /// <summary>After midnight, of the day that starts.</summary>
    SmallHours,

    /// <summary>半夜, 夜里: before or after midnight.</summary>
    Night,
}
