using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>
/// Takes the words on both sides of 充成, 买成, 点成 for names, where no list knows them (永恒岛打成勇者大陆了). Short runs of one clause only, and
/// nothing that numbers or other things were read in.
/// </summary>
internal static class OpenChange
{
    private const int Longest = 10;
    private const int Shortest = 2;
    private const int ReachOfWanted = 30;

    /// <summary>The change told in this way; null when there is none.</summary>
    public static Change? Find(FoldedText text, MentionMap mentions, OpenWords words, MentionKinds told)
    {
        for (var at = 0; at < text.Plain.Length; at++)
        {
            if (words.Became.Longest(text, at) is not { } verb)
                continue;
            var start = at + verb.Length;
            var from = NameAt(text, mentions, words, start);
            if (from is null)
                continue;
            var to = NameBefore(text, mentions, words, at) ?? WantedAfter(text, mentions, words, from.End);
            if (to is null || to.Value == from.Value)
                continue;
            // Two unknown words are names only where an error of such a kind is told besides.
            var kind = Known(from) ?? Known(to) ?? (told == MentionKinds.None ? MentionKinds.None : words.KindIn(text));
            return kind is MentionKinds.Product or MentionKinds.Region && Agrees(from, kind) && Agrees(to, kind)
                ? new Change(kind, from, to, Math.Min(from.Start, to.Start))
                : null;
        }

        return null;
    }

    private static MentionKinds? Known(Mention name) => name.Kinds == MentionKinds.None ? null : name.Kinds;

    private static bool Agrees(Mention name, MentionKinds kind) => name.Kinds == MentionKinds.None || name.Kinds == kind;

    /// <summary>The name that starts here: one that is known, or a run of letters up to a word that ends it.</summary>
    private static Mention? NameAt(FoldedText text, MentionMap mentions, OpenWords words, int start)
    {
        while (words.Leading.Longest(text, start) is { } leading)
            start += leading.Length;
        start = text.At(start) == ' ' ? start + 1 : start;
        var end = start;
        while (end - start < Longest && CanGoOn(text, words, end) && words.Ending.Longest(text, end) is null)
        {
            if (mentions.At(end) is { } inside)
            {
                if (inside.Kinds is not (MentionKinds.Product or MentionKinds.Region))
                    return null;
                end = inside.End;
                return end - start <= Longest ? Name(text, start, end, inside.Kinds) : null;
            }

            end++;
        }

        return end - start is >= Shortest and < Longest ? Name(text, start, end, MentionKinds.None) : null;
    }

    private static Mention? NameBefore(FoldedText text, MentionMap mentions, OpenWords words, int end)
    {
        while (words.Between.FirstOrDefault(word => text.EndsWith(word, end)) is { } between)
            end -= between.Length;
        var start = end;
        while (start > 0 && end - start < Longest + 2 && CanGoOn(text, words, start - 1))
            start--;
        for (var at = start; at < end; at++)
        {
            if (words.Leading.Longest(text, at) is { } leading && at + leading.Length <= end && mentions.At(at) is null)
            {
                start = at + leading.Length;
                at = start - 1;
            }
        }

        var kind = MentionKinds.None;
        for (var at = start; at < end; at++)
        {
            if (mentions.At(at) is not { } inside)
                continue;
            if (inside.Kinds is not (MentionKinds.Product or MentionKinds.Region) || inside.End > end)
                return null;
            kind = inside.Kinds;
        }

        if (end > start && text.At(end - 1) == '的' && end - start > Shortest + 1)
            end--;
        return end - start is >= Shortest and <= Longest ? Name(text, start, end, kind) : null;
    }

    /// <summary>选成X了，要的是Y.</summary>
    private static Mention? WantedAfter(FoldedText text, MentionMap mentions, OpenWords words, int from)
    {
        for (var at = from; at < Math.Min(text.Plain.Length, from + ReachOfWanted); at++)
        {
            if (words.Wanted.Longest(text, at) is { } word)
                return NameAt(text, mentions, words, at + word.Length);
        }

        return null;
    }

    private static bool CanGoOn(FoldedText text, OpenWords words, int at) =>
        char.IsLetterOrDigit(text.At(at)) && !words.NeverIn.Contains(text.At(at));

    private static Mention Name(FoldedText text, int start, int end, MentionKinds kinds) =>
        new(start, end, kinds, text.Kept[start..end], Clear: true);
}
