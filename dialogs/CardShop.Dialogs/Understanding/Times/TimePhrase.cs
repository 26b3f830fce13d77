namespace CardShop.Dialogs.Understanding.Times;

/// <summary>A told time put together from its pieces: 上周五 + 晚上 + 八点.</summary>
internal sealed record TimePhrase(int Start, int End)
{
    private const int HalfADay = 720;
    private const int LongestStretch = 360;

    /// <summary>The days.</summary>
    public DaySpan? Day { get; init; }

    /// <summary>The part of the day.</summary>
    public DayPart? Part { get; init; }

    /// <summary>The clock.</summary>
    public ClockTime? Clock { get; init; }

    /// <summary>How long ago.</summary>
    public Lapse? Ago { get; init; }

    /// <summary>刚刚, just now.</summary>
    public bool IsNow { get; init; }

    /// <summary>Whether a word for paying belongs to it.</summary>
    public bool IsPaid { get; init; }

    /// <summary>Whether it counts only beside a word for paying.</summary>
    public bool NeedsPayment { get; init; }

    /// <summary>How much it tells; the more, the rather it is what the customer means.</summary>
    public int Weight => this switch
    {
        { Ago: not null } => 6,
        { Clock: { Fine: true }, Day: not null } => 9,
        { Clock: { Fine: true } } => 8,
        { Clock: not null, Day: not null } => 7,
        { Clock: not null } => 6,
        { Part: not null, Day: not null } => 5,
        { Part: not null } => 4,
        { Day: { IsToday: true } } => 2,
        { Day: not null } => 4,
        _ => 3,
    };

    /// <summary>Starts a phrase with a piece.</summary>
    public static TimePhrase Of(TimeAtom atom) => new(atom.Start, atom.End)
    {
        Day = atom.Day,
        Part = atom.Part,
        Clock = atom.Clock,
        Ago = atom.Ago,
        IsNow = atom.IsNow,
        IsPaid = atom.IsPaid,
        NeedsPayment = atom.NeedsPayment && atom.Part is null,
    };

    /// <summary>Adds a piece, or answers null where it says the same thing again.</summary>
    public TimePhrase? With(TimeAtom atom)
    {
        // 昨天刚买的, 今天才买: the day says when.
        if (atom is { IsNow: true, NeedsPayment: true } && Day is not null && Ago is null)
            return this with { End = atom.End };
        if (Ago is not null || IsNow || atom.Ago is not null || atom.IsNow || (atom.Day is not null && Day is not null) || (atom.Clock is not null && Clock is not null))
            return null;
        if (atom.Part is not null && Part is not null && atom.Part.Value.Kind != Part.Value.Kind && !IsNightAgain(atom.Part.Value))
            return null;
        if ((Day ?? atom.Day) is { IsOne: false } && (Part ?? atom.Part) is null && (Clock ?? atom.Clock) is not null)
            return null;
        return this with
        {
            End = atom.End,
            Day = Day ?? atom.Day,
            Part = Merge(Part, atom.Part),
            Clock = Clock ?? atom.Clock,
            NeedsPayment = false,
        };
    }

    /// <summary>The stretch from this clock to another one of the same day, or null where the two make none.</summary>
    public TimePhrase? Until(TimeAtom atom)
    {
        if (Clock is not { Open: 0 } first || atom is not { Clock: { Open: 0 } last, Day: null, Part: null })
            return null;
        var minutes = (((last.Hour - first.Hour) * 60) + last.Minute - first.Minute + HalfADay) % HalfADay;
        return minutes is > 0 and <= LongestStretch ? this with { End = atom.End, Clock = first with { Open = minutes } } : null;
    }

    /// <summary>Takes over from another phrase what this one does not tell.</summary>
    public TimePhrase CompletedBy(TimePhrase other) => this with { Day = Day ?? other.Day, Part = Part ?? other.Part, Clock = Clock ?? other.Clock };

    private bool IsNightAgain(DayPart next) =>
        Part?.Kind is DayPartKind.Night or DayPartKind.Evening && next.Kind is DayPartKind.SmallHours or DayPartKind.Night or DayPartKind.Evening;

    private static DayPart? Merge(DayPart? before, DayPart? next)
    {
        if (before is null || next is null)
            return before ?? next;
        return before.Value.Kind is DayPartKind.Evening or DayPartKind.Night ? before.Value with { Kind = DayPartKind.Night } : before;
    }
}
