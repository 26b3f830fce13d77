namespace CardShop.Dialogs.Understanding.Times;

/// <summary>Finds the pieces of told times from left to right and puts side by side what belongs together.</summary>
internal static class PhraseFinder
{
    private const int MostPhrases = 24;

    private static readonly string[] Fillers =
    [
        "approx", "around", "about", "maybe", "like", "roughly", "o'clock", "at", "on", "in", "the", "of", "from", "was", "it", "this",
        "约莫", "估摸着", "估摸", "估计", "大致", "可能", "记得", "差唔多", "那阵子", "那阵", "那时候", "的时候", "具体时间", "具体是", "具体", "那天", "差不多", "大概", "大约", "快到", "将近", "时间", "好像", "应该", "刚过", "的", "约", "快", "就", "是", "在", "上", "我", "嗰阵", "收工", "那会儿", "吧", "前后",
        " ", ",", "(", ")", ":", "-", ".",
    ];

    private static readonly string[] Nows = ["a moment ago", "moments ago", "a sec ago", "a second ago", "a little while ago", "刚刚才", "就刚才", "刚刚", "刚才", "方才", "啱啱", "头先", "刚", "就这会儿", "这会儿的事", "才", "啱", "just now", "just this second", "this very minute", "literally just", "just"];
    private static readonly string[] WeakNows = ["刚", "才", "啱", "just", "literally just"];

    /// <summary>Everything that is told of times.</summary>
    public static List<TimePhrase> Find(TimeText text, DateTimeOffset now)
    {
        var found = new List<TimePhrase>();
        TimePhrase? open = null;
        var at = 0;
        while (at < text.Length && found.Count < MostPhrases)
        {
            if (ReadAtom(text, at, now, open is not null && open.End == at) is not { } atom)
            {
                at++;
                continue;
            }

            if (open is not null && IsUntil(text, open.End, atom.Start) && open.Until(atom) is { } stretch)
            {
                open = stretch;
            }
            else if (open is not null && IsOnlyFiller(text, open.End, atom.Start) && open.With(atom) is { } longer)
            {
                open = longer;
            }
            else
            {
                if (open is not null)
                    found.Add(open);
                open = TimePhrase.Of(atom);
            }

            at = atom.End;
        }

        if (open is not null)
            found.Add(open);
        return found;
    }

    private static TimeAtom? ReadAtom(TimeText text, int at, DateTimeOffset now, bool followsPiece)
    {
        var one = text.At(at);
        if (one is ' ' or ',' or '\n' or '的' or '了')
            return null;
        if (one < 128 && !char.IsAsciiLetterOrDigit(one))
            return null;
        var today = now.Date;
        if (char.IsAsciiLetter(one))
            return char.IsAsciiLetterOrDigit(text.At(at - 1)) ? null : EnglishLapseReader.Read(text, at, now) ?? EnglishDayReader.Read(text, at, today) ?? EnglishClockReader.Read(text, at, today) ?? ReadNow(text, at);
        if (char.IsAsciiDigit(one))
        {
            if (char.IsAsciiLetterOrDigit(text.At(at - 1)))
                return null;
            return NumericDateReader.Read(text, at, today) ?? LapseReader.Read(text, at, now) ?? EnglishLapseReader.Read(text, at, now) ?? DayReader.Read(text, at, today) ?? EnglishDayReader.Read(text, at, today)
                ?? ClockTimeReader.Read(text, at) ?? EnglishClockReader.Read(text, at, today);
        }

        return LapseReader.Read(text, at, now) ?? DayReader.Read(text, at, today) ?? PartReader.Read(text, at, followsPiece) ?? ClockTimeReader.Read(text, at) ?? ReadNow(text, at);
    }

    private static TimeAtom? ReadNow(TimeText text, int at)
    {
        foreach (var word in Nows)
        {
            if (!text.HasWord(at, word))
                continue;
            if (word == "才" && (text.At(at + 1) is '能' or '会' or '对' or '是' or '行' or '不' or '有' or '用' || text.At(at - 1) is '刚' or '方'))
                return null;
            if (word == "啱" && text.At(at - 1) == '唔')
                return null;
            if (word == "刚" && text.At(at + 1) is '好')
                return null;
            return new TimeAtom(at, at + word.Length) { IsNow = true, NeedsPayment = Array.IndexOf(WeakNows, word) >= 0 };
        }

        return null;
    }

    /// <summary>Whether nothing but 到 stands between two times: 七点半到八点之间.</summary>
    private static bool IsUntil(TimeText text, int from, int to)
    {
        from = text.SkipSpaces(from);
        return from < to && text.At(from) is '到' or '至' or '~' && text.SkipSpaces(from + 1) == to;
    }

    private static bool IsOnlyFiller(TimeText text, int from, int to)
    {
        if (to - from > 16)
            return false;
        while (from < to)
        {
            if (text.LengthOfAny(from, Fillers) is not (> 0 and var length))
                return false;
            from += length;
        }

        return true;
    }
}
