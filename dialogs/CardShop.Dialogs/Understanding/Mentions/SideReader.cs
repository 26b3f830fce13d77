using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>
/// Weighs, by the words around it, whether something named stands on the order or was wanted. What stands nearest counts; words in the same
/// clause count more. Looks at a bounded number of characters.
/// </summary>
internal sealed class SideReader(FoldedText text, SideWords words)
{
    private const int Reach = 18;
    private const int Near = 3;
    private const int ReachBehind = 4;
    private const int Adjoining = 4;
    private const int SameClause = 3;
    private const int OtherClause = 1;

    /// <summary>Above zero: wanted. Below: on the order. Zero: nothing is said.</summary>
    /// <param name="mention">What was named.</param>
    /// <param name="from">Where the thing of the same kind before it ends.</param>
    /// <param name="to">Where the thing of the same kind behind it starts.</param>
    public int Weigh(Mention mention, int from, int to) => WeighBefore(mention.Start, from) + WeighBehind(mention.End, to);

    /// <summary>Whether the words beside it set a value right (应该是X, X才是我的).</summary>
    public bool SetsRight(Mention mention, int from)
    {
        var start = Math.Max(from, mention.Start - Reach);
        for (var at = mention.Start - 1; at >= start && !text.EndsClause(at); at--)
        {
            if (words.SetsRight.Longest(text, at) is { } word && at + word.Length <= mention.Start)
                return true;
        }

        var behind = SkipBlanks(mention.End);
        return words.SetsRight.Longest(text, behind) is not null;
    }

    public int WeighBefore(int start, int from)
    {
        var clauses = 0;
        for (var at = start - 1; at >= Math.Max(from, start - Reach); at--)
        {
            var wanted = LengthBefore(words.WantedBefore, at, start);
            var ordered = LengthBefore(words.OrderedBefore, at, start);
            if (wanted != ordered)
            {
                var side = SideOf(ref at, wanted, ordered, from, start);
                if (side != 0)
                    return side * WeightAt(start - at, clauses);
            }

            if (text.EndsClause(at) || (text.At(at) == ' ' && text.At(at - 1).IsHan()))
                clauses++;
        }

        return 0;
    }

    /// <summary>The longest word that covers this place decides: 本来要 rather than 要, 不是 rather than 是.</summary>
    private int SideOf(ref int at, int wanted, int ordered, int from, int limit)
    {
        var end = at + Math.Max(wanted, ordered);
        var side = wanted > ordered ? 1 : -1;
        var longest = end - at;
        for (var earlier = at - 1; earlier >= Math.Max(from, at - Near); earlier--)
        {
            var want = LengthBefore(words.WantedBefore, earlier, limit);
            var order = LengthBefore(words.OrderedBefore, earlier, limit);
            var best = Math.Max(want, order);
            if (earlier + best >= end && best > longest && want != order)
                (side, longest) = (want > order ? 1 : -1, best);
        }

        at = end;
        return side;
    }

    private static int WeightAt(int distance, int clauses) =>
        clauses > 0 ? OtherClause : distance <= Near ? Adjoining : SameClause;

    public int WeighBehind(int end, int to)
    {
        var limit = Math.Min(to, end + ReachBehind);
        for (var at = end; at < limit; at++)
        {
            var wanted = words.WantedBehind.Longest(text, at)?.Length ?? 0;
            var ordered = words.OrderedBehind.Longest(text, at)?.Length ?? 0;
            if (wanted != ordered)
                return (wanted > ordered ? 1 : -1) * (at - end <= 1 ? SameClause : OtherClause);
            if (text.EndsClause(at) || (text.At(at) == ' ' && text.At(at - 1).IsHan()))
                return 0;
        }

        return 0;
    }

    private int LengthBefore(WordSet set, int at, int limit) =>
        set.Longest(text, at) is { } word && at + word.Length <= limit ? word.Length : 0;

    private int SkipBlanks(int at) => text.At(at) == ' ' ? at + 1 : at;
}
