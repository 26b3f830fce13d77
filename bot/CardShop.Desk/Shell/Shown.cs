using System.Globalization;
using CardShop.Dialogs.Legal;

namespace CardShop.Desk.Shell;

/// <summary>How figures and moments are written at the desk: yuan, and China's time.</summary>
internal static class Shown
{
    /// <summary>Less than this until a deadline is worth a second look.</summary>
    public static readonly TimeSpan Hurry = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static string Yuan(long? fen) => fen is { } amount ? string.Create(CultureInfo.InvariantCulture, $"¥{amount / 100m:N2}") : "—";

    public static string Moment(DateTimeOffset at) => at.ToOffset(China).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Second(DateTimeOffset at) => at.ToOffset(China).ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>What is left until then, or how long ago it was: 4:05, 3 h, 2 d.</summary>
    public static string Span(TimeSpan span)
    {
        var length = span.Duration();
        return length switch
        {
            { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)length.TotalMinutes}:{length.Seconds:00}"),
            { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{(int)length.TotalHours}:{length.Minutes:00} h"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{(int)length.TotalDays} d"),
        };
    }

    /// <summary>What is left until something is due; of a review in working days, as the shop has promised them (rule R3).</summary>
    public static string Due(DeskWords words, DateTimeOffset now, DateTimeOffset due, bool inWorkingDays) => (due - now, inWorkingDays) switch
    {
        ({ Ticks: <= 0 } late, _) => words.Fill("due.late", Span(late)),
        (_, true) => WorkingCalendar.Published.CountWorkingDays(now, due - TimeSpan.FromTicks(1)) is > 0 and var days ? words.Fill("due.days", days) : words["due.today"],
        (var left, _) => Span(left),
    };

    /// <summary>A known fact's value: moments in China's time, amounts with their sign, values of vocabularies in words.</summary>
    public static string Fact(DeskWords words, Services.KnownFact fact) => fact.Name switch
    {
        "paid_at" when DateTimeOffset.TryParse(fact.Value, CultureInfo.InvariantCulture, out var at) => Second(at),
        "amount" when decimal.TryParse(fact.Value, CultureInfo.InvariantCulture, out var yuan) => Yuan((long)(yuan * 100)),
        "problem" or "also" => words[$"problem.{Pascal(fact.Value)}"],
        "remedy" or "approved" => words[$"remedy.{Pascal(fact.Value)}"],
        "owner" or "outcome" => words[$"{fact.Name}.{Pascal(fact.Value)}"],
        _ => fact.Value,
    };

    private static string Pascal(string snake) => string.Concat(snake.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>What an action came to, in words.</summary>
    public static string Result(DeskWords words, Services.DeskResult result) => words.Fill($"result.{result.Outcome}", result.By ?? words["somebody"]);
}
