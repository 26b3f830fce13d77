using System.Globalization;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Clock times in words: 八点多, 三点二十, 14点30分, 两点的时候. They name nothing of an order; 10点券 and 50点的 do.</summary>
internal sealed class ClockReader : IMentionReader
{
    private const int HoursOfADay = 24;
    private const string FaceValues = "券数卡";

    private static readonly string[] Tails = ["钟", "半", "多", "整", "左右", "一刻", "三刻"];
    private static readonly string[] AfterOf = ["的时", "的那", "的样子"];

    /// <inheritdoc />
    public Reading? Read(Surroundings here, int at)
    {
        if (char.IsAsciiLetterOrDigit(here.Text.At(at - 1)) || !ChineseNumber.TryRead(here.Text.Plain, at, out var end, out var hour))
            return null;
        if (here.Text.At(end) != '点' || !int.TryParse(hour, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || hours > HoursOfADay)
            return null;
        var behind = end + 1;
        if (FaceValues.Contains(here.Text.At(behind), StringComparison.Ordinal) || (here.Text.At(behind) == '的' && !Array.Exists(AfterOf, word => here.Text.StartsWith(word, behind))))
            return null;
        return new Reading(EndOfMinutes(here, behind), null);
    }

    private static int EndOfMinutes(Surroundings here, int at)
    {
        if (Array.Find(Tails, tail => here.Text.StartsWith(tail, at)) is { } tail)
            return at + tail.Length;
        if (!ChineseNumber.TryRead(here.Text.Plain, at, out var end, out _))
            return at;
        return here.Text.At(end) == '分' ? end + 1 : end;
    }
}
