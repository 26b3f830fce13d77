using System.Globalization;
using CardShop.Bot.Hosting;

namespace CardShop.Bot.Desk;

/// <summary>Section <c>Desk</c>.</summary>
internal sealed class DeskOptions : ISettings
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static string Section => "Desk";

    /// <summary>How many cases a person may hold at once, where nobody has set another figure for them.</summary>
    public int Capacity { get; set; } = 5;

    /// <summary>After how long without an open page a person's cases go back into the queue.</summary>
    public TimeSpan HolderGoneAfter { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>The hours of the desk in China's time, each day, such as <c>09:00-21:00</c>; empty for round the clock.</summary>
    public string Hours { get; set; } = "";

    /// <summary>While nobody is there: within how much of the desk's hours somebody looks at a case, as the shop has it.</summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromHours(2);

    /// <summary>From which amount on, in yuan, an approval takes two people; 0 for never.</summary>
    public int TwoPeopleFrom { get; set; } = 1000;

    /// <summary>From which amount on an approval takes two people, in fen; null for never.</summary>
    public long? TwoPeopleFromFen => TwoPeopleFrom > 0 ? TwoPeopleFrom * 100L : null;

    /// <summary>When the desk opens and closes; null for round the clock.</summary>
    public (TimeOnly From, TimeOnly To)? Opening => Hours.Length == 0 ? null : ReadHours(Hours);

    /// <summary>By when somebody looks at what has come at a moment: when <see cref="AnswerWithin"/> of the desk's hours has passed.</summary>
    public DateTimeOffset AnswerBy(DateTimeOffset moment)
    {
        if (Opening is not { } opening)
        {
            return moment + AnswerWithin;
        }

        var left = AnswerWithin;
        for (var day = moment.ToOffset(China).Date; ; day = day.AddDays(1))
        {
            var (from, to) = (new DateTimeOffset(day + opening.From.ToTimeSpan(), China), new DateTimeOffset(day + opening.To.ToTimeSpan(), China));
            var begin = moment > from ? moment : from;
            if (begin < to && to - begin >= left)
            {
                return begin + left;
            }

            left -= begin < to ? to - begin : TimeSpan.Zero;
        }
    }

    public IEnumerable<(string Setting, string Remedy)> Problems()
    {
        if (Capacity < 1)
        {
            yield return (nameof(Capacity), "it must be 1 or more, such as 5");
        }

        if (HolderGoneAfter < TimeSpan.FromMinutes(1))
        {
            yield return (nameof(HolderGoneAfter), "it must be a minute or more, such as 00:03:00");
        }

        if (Hours.Length > 0 && ReadHours(Hours) is null)
        {
            yield return (nameof(Hours), $"'{Hours}' is no stretch of a day; give one such as 09:00-21:00, or leave it empty");
        }

        if (AnswerWithin < TimeSpan.FromMinutes(1) || AnswerWithin > TimeSpan.FromDays(7))
        {
            yield return (nameof(AnswerWithin), "it must be between a minute and 7 days, such as 02:00:00");
        }

        if (TwoPeopleFrom < 0)
        {
            yield return (nameof(TwoPeopleFrom), "it must be 0 or more, such as 1000");
        }
    }

    private static (TimeOnly From, TimeOnly To)? ReadHours(string hours)
    {
        var ends = hours.Split('-', StringSplitOptions.TrimEntries);
        return ends.Length == 2
            && TimeOnly.TryParseExact(ends[0], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && TimeOnly.TryParseExact(ends[1], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
            && from < to
                ? (from, to)
                : null;
    }
}

/// <summary>Section <c>Reviews</c>.</summary>
internal sealed class ReviewsOptions : ISettings
{
    public static string Section => "Reviews";

    /// <summary>Who decides reviews (DESIGN.md, decision 10). What the shop decides is taken in either way.</summary>
    public ReviewsOwner Owner { get; set; }

    public IEnumerable<(string Setting, string Remedy)> Problems() => [];
}

/// <summary>Who decides reviews.</summary>
internal enum ReviewsOwner
{
    /// <summary>Our desk.</summary>
    Desk,

    /// <summary>The shop, for itself.</summary>
    Shop,
}
