using System.Globalization;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Replies;

/// <summary>How money, moments and stretches of time are written.</summary>
internal static class Formats
{
    /// <summary>China keeps one time, without summer time.</summary>
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Fen as yuan: ¥100.00.</summary>
    public static string Money(long fen) => string.Create(CultureInfo.InvariantCulture, $"¥{fen / 100m:0.00}");

    /// <summary>A moment of today as 14:05, of another day as 11-20 14:05, in China's time.</summary>
    public static string Moment(DateTimeOffset moment, DateTimeOffset now)
    {
        var local = moment.ToOffset(China);
        return local.Date == now.ToOffset(China).Date
            ? local.ToString("HH:mm", CultureInfo.InvariantCulture)
            : local.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>A day: 2026-11-25.</summary>
    public static string Day(DateTimeOffset moment) => moment.ToOffset(China).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What is left of a window, never more than there is (G4).</summary>
    public static string Left(TimeSpan left, Language language)
    {
        var seconds = Math.Max(0, (int)left.TotalSeconds);
        var facts = new Dictionary<string, string>
        {
            ["minutes"] = (seconds / 60).ToString(CultureInfo.InvariantCulture),
            ["seconds"] = (seconds % 60).ToString(CultureInfo.InvariantCulture),
        };
        return TextCatalogue.Get(language, seconds < 60 ? "format.seconds_left" : "format.minutes_left", facts);
    }
}
