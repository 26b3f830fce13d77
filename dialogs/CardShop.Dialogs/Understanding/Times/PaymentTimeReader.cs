namespace CardShop.Dialogs.Understanding.Times;

/// <summary>
/// Reads from a message when the payment was made, as LABELS.md (Times) lays down. Pure: now is a value. Its cost grows with the length only, and no text makes it fail.
/// </summary>
internal static class PaymentTimeReader
{
    private const int EarliestYear = 2000;
    private const int LatestYear = 9000;
    private const double Rounding = 0.3;

    private static readonly string[] Corrections = ["不对", "哦不", "不是", "具体"];

    /// <summary>The time of payment told in the message, in the offset of <paramref name="now"/>; null when none is.</summary>
    public static PaymentTime? Read(string typed, DateTimeOffset now)
    {
        if (now.Year is < EarliestYear or > LatestYear)
            return null;
        var text = TimeText.Of(typed);
        var phrases = PhraseFinder.Find(text, now);
        if (phrases.Count == 0)
            return null;
        var bearings = Weigh(text, phrases);
        var best = -1;
        var bestRank = 0;
        for (var index = 0; index < phrases.Count; index++)
        {
            var rank = Rank(text, phrases, bearings, index);
            if (rank > bestRank)
                (best, bestRank) = (index, rank);
        }

        if (best < 0)
            return null;
        var read = PhraseResolver.Resolve(Complete(phrases, bearings, best), now);
        return phrases[best].Ago is { } ago ? Sharper(phrases, bearings, ago, now) ?? read : read;
    }

    /// <summary>两小时前, 12:15: the clock says more exactly what the lapse rounds.</summary>
    private static PaymentTime? Sharper(List<TimePhrase> phrases, Bearing[] bearings, Lapse ago, DateTimeOffset now)
    {
        for (var index = 0; index < phrases.Count; index++)
        {
            if (bearings[index] == Bearing.Other || phrases[index].Clock is not { Fine: true } || PhraseResolver.Resolve(phrases[index], now) is not { At: { } at } exact)
                continue;
            if (now - at > ago.Least * (1 - Rounding) && now - at < ago.Most * (1 + Rounding))
                return exact;
        }

        return null;
    }

    private static Bearing[] Weigh(TimeText text, List<TimePhrase> phrases)
    {
        var bearings = new Bearing[phrases.Count];
        var filing = PhraseJudge.IsAboutFiling(text);
        for (var index = 0; index < phrases.Count; index++)
        {
            var next = index + 1 < phrases.Count ? phrases[index + 1].Start : text.Length;
            var previous = index > 0 ? phrases[index - 1].End : 0;
            var bearing = PhraseJudge.Of(text, phrases[index], previous, next);
            bearings[index] = bearing == Bearing.Unknown && filing && phrases[index].Ago is null ? Bearing.Other : bearing;
        }

        return bearings;
    }

    private static int Rank(TimeText text, List<TimePhrase> phrases, Bearing[] bearings, int index)
    {
        var phrase = phrases[index];
        var bearing = bearings[index];
        if (bearing == Bearing.Other || (phrase.NeedsPayment && bearing != Bearing.Payment))
            return 0;
        var rank = phrase.Weight + (bearing == Bearing.Payment ? 4 : 0);
        // 昨天退了一笔, 今天又充错一笔.
        if (phrase.Day is { IsToday: true } && text.At(text.SkipSpaces(phrase.End)) == '又')
            rank += 3;
        // 4月30号半夜? 不对, 是五一凌晨: what comes after the correction counts.
        return index > 0 && IsCorrected(text, phrases[index - 1].End, phrase.Start) ? rank + 10 : rank;
    }

    private static bool IsCorrected(TimeText text, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (text.LengthOfAny(at, Corrections) > 0)
                return true;
        }

        return false;
    }

    /// <summary>差不多十点充的, 是昨天: the day may stand apart from the clock.</summary>
    private static TimePhrase Complete(List<TimePhrase> phrases, Bearing[] bearings, int best)
    {
        var phrase = phrases[best];
        if (phrase.IsNow || phrase.Ago is not null)
            return phrase;
        for (var index = 0; index < phrases.Count; index++)
        {
            var other = phrases[index];
            if (index == best || bearings[index] == Bearing.Other || other.IsNow || other.Ago is not null)
                continue;
            if (phrase.Day is null && other is { Day: not null, Clock: null } && (other.Day.Value.IsOne || phrase.Clock is null))
                phrase = phrase.CompletedBy(other);
            else if (phrase is { Clock: null, Day: { IsOne: true } } && other is { Clock: not null, Day: null } && (phrase.Part is null || other.Part is null))
                phrase = phrase.CompletedBy(other);
        }

        return phrase;
    }
}
