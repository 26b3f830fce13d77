namespace CardShop.Dialogs.Understanding.Times;

/// <summary>half an hour ago, an hour and a half ago, 7 or 8 minutes ago, twenty mins back, three days ago; been maybe 4 minutes.</summary>
internal static class EnglishLapseReader
{
    private static readonly (string Word, double Minutes)[] Units =
    [
        ("minutes", 1), ("minute", 1), ("mins", 1), ("min", 1), ("hours", 60), ("hour", 60), ("hrs", 60), ("hr", 60), ("h", 60), ("seconds", 1 / 60.0), ("secs", 1 / 60.0), ("sec", 1 / 60.0),
        ("days", 1440), ("day", 1440), ("weeks", 10080), ("week", 10080), ("months", 43200), ("month", 43200),
    ];

    private static readonly string[] Ago = ["ago", "back", "earlier", "before"];
    private static readonly string[] Since = ["been over", "been more than", "been maybe", "been about", "been like", "been around", "been only", "been", "just", "since"];
    private static readonly string[] About = ["or so", "or thereabouts", "ish", "or something", "max", "tops"];

    private static readonly (string Words, double Minutes)[] OrTwo = [("hour or two", 60), ("minute or two", 1), ("min or two", 1), ("day or two", 1440), ("week or two", 10080)];

    private static readonly string[] SincePaying =
    [
        "since i paid", "since we paid", "since i ordered", "since we ordered", "since i bought", "since paying", "since payment", "since the payment", "since my payment", "since ordering", "after i paid", "after paying", "after payment",
    ];

    /// <summary>Reads the lapse that starts here.</summary>
    public static TimeAtom? Read(TimeText text, int at, DateTimeOffset now)
    {
        if (char.IsAsciiLetterOrDigit(text.At(at - 1)))
            return null;
        if (text.HasWord(at, "a few seconds ago") || text.HasWord(at, "a few secs ago"))
            return new TimeAtom(at, at + (text.Is(at, "a few secs") ? "a few secs ago" : "a few seconds ago").Length) { IsNow = true };
        if (text.LengthOfAny(at, Since) is > 0 and var since && !(text.Is(at, "since") && ReadLength(text, text.SkipSpaces(at + since)) is null))
            return ReadSince(text, at, text.SkipSpaces(at + since), text.Is(at, "been over") || text.Is(at, "been more"));
        if (ReadLength(text, at) is not { } length)
            return null;
        var ago = text.SkipSpaces(length.End);
        ago = text.SkipSpaces(ago + text.LengthOfAny(ago, About));
        if (length.Unit < 1440 && text.LengthOfAny(ago, SincePaying) > 0)
            return new TimeAtom(at, ago) { Ago = new Lapse(TimeSpan.FromMinutes(length.Low), TimeSpan.FromMinutes(length.High)), IsPaid = true };
        if (text.LengthOfAny(ago, Ago) is not (> 0 and var agoLength))
            return IsClauseOfItsOwn(text, at, length.End) && length is { Unit: 1, Low: >= 1 } ? new TimeAtom(at, length.End) { Ago = new Lapse(TimeSpan.FromMinutes(length.Low), TimeSpan.FromMinutes(length.High)), NeedsPayment = false } : null;
        if (text.Is(ago, "before") && !text.EndsClause(text.SkipSpaces(ago + agoLength)) && !text.HasWord(text.SkipSpaces(ago + agoLength), "i"))
            return null;
        var end = ago + agoLength;
        var open = text.FollowsAny(at, ["over ", "more than "]) && length.Low == length.High;
        if (length.Unit < 1440)
            return new TimeAtom(at, end) { Ago = new Lapse(TimeSpan.FromMinutes(length.Low), TimeSpan.FromMinutes(open ? length.High + length.Unit : length.High)) };
        var days = Math.Min(3650, length.Unit >= 43200 ? 0 : Math.Floor(length.Low / 1440));
        var day = length.Unit >= 43200 ? now.Date.AddMonths(-(int)Math.Min(120, length.Low / 43200)) : now.Date.AddDays(-days);
        return new TimeAtom(at, end) { Day = DaySpan.One(day) };
    }

    private static TimeAtom? ReadSince(TimeText text, int start, int at, bool open)
    {
        if (!(text.Is(start, "been") || text.HasWord(start, "since")) || ReadLength(text, at) is not { Unit: < 1440 } length)
            return null;
        return new TimeAtom(start, length.End) { Ago = new Lapse(TimeSpan.FromMinutes(length.Low), TimeSpan.FromMinutes(open ? length.High + length.Unit : length.High)) };
    }

    /// <summary>Wrong number. 2 mins. 13800001111: what stands alone after something was told is how long ago it was.</summary>
    private static bool IsClauseOfItsOwn(TimeText text, int start, int end)
    {
        while (text.At(start - 1) == ' ')
            start--;
        return start > 0 && text.EndsClause(start - 1) && text.At(start - 1) != '?' && text.EndsClause(end) && text.At(end) != '?' && text.SkipSpaces(end + 1) >= text.Length;
    }

    private static (double Low, double High, double Unit, int End)? ReadLength(TimeText text, int at)
    {
        if (EnglishNumber.Read(text, at) is not { } number)
            return null;
        // an hour or two, a minute or two.
        foreach (var (word, minutes) in OrTwo)
        {
            if (number.Low == 1 && text.HasWord(text.SkipSpaces(number.End), word))
                return (minutes, 2 * minutes, minutes, text.SkipSpaces(number.End) + word.Length);
        }

        var unitAt = text.SkipSpaces(text.Is(number.End, "ish") ? number.End + 3 : text.Is(number.End, "-ish") ? number.End + 4 : number.End);
        foreach (var (word, minutes) in Units)
        {
            if (!text.Is(unitAt, word) || char.IsAsciiLetterOrDigit(text.At(unitAt + word.Length)))
                continue;
            var end = unitAt + word.Length;
            var half = text.HasWord(text.SkipSpaces(end), "and a half");
            var extra = half ? 0.5 * minutes : 0;
            return ((number.Low * minutes) + extra, (number.High * minutes) + extra, minutes, half ? text.SkipSpaces(end) + "and a half".Length : end);
        }

        return null;
    }
}
