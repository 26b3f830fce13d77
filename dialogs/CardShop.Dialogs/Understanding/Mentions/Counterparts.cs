using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>
/// Tells the two sides of a change where no turn of phrase spans both: two different things of one kind were named, and the words around each say
/// which of them was wanted (充到13800001111了。我妈的是13800002222).
/// </summary>
internal static class Counterparts
{
    private static readonly MentionKinds[] Paired =
        [MentionKinds.Phone, MentionKinds.Account, MentionKinds.Region, MentionKinds.Product, MentionKinds.Amount];

    /// <summary>The changes already found, and those of the kinds that none was found of.</summary>
    public static IReadOnlyList<Change> Complete(IReadOnlyList<Change> found, MentionMap mentions, FoldedText text, SideReader reader, Asks? asked, MentionKinds told)
    {
        var isOfTarget = (told & (MentionKinds.Account | MentionKinds.Phone)) != 0;
        var taken = found.SelectMany(change => new[] { change.From, change.To }).OfType<Mention>().ToHashSet();
        var changes = found.ToList();
        foreach (var kind in Paired)
        {
            if (changes.Exists(change => change.Kind == kind))
                continue;
            var named = mentions.All.Where(mention => !taken.Contains(mention) && IsOf(mention, kind, asked) && !(isOfTarget && kind == MentionKinds.Amount && !mention.Clear && (told & MentionKinds.Amount) == 0)).ToList();
            if (Pair(kind, named, reader, text, asked, (told & kind) != 0) is { } change)
                changes.Add(change);
        }

        return changes;
    }

    private static bool IsOf(Mention mention, MentionKinds kind, Asks? asked) =>
        KindResolver.Of(mention.Kinds, mention.Clear ? asked : null) == kind && (mention.Clear || kind is MentionKinds.Region or MentionKinds.Product or MentionKinds.Amount);

    private static Change? Pair(MentionKinds kind, List<Mention> named, SideReader reader, FoldedText text, Asks? asked, bool isTold)
    {
        if (named.Count == 0)
            return null;
        var weights = new int[named.Count];
        for (var i = 0; i < named.Count; i++)
        {
            var from = i == 0 ? 0 : named[i - 1].End;
            var to = i + 1 == named.Count ? text.Plain.Length : named[i + 1].Start;
            weights[i] = reader.Weigh(named[i], from, to);
        }

        // Of two numbers that nothing else is said of, the one told last sets the first right.
        if (kind is MentionKinds.Phone or MentionKinds.Account && named.Count == 2 && weights[0] == weights[1])
            weights[1]++;
        var wanted = Array.IndexOf(weights, weights.Max());
        var ordered = Array.IndexOf(weights, weights.Min());
        if (named.Select(mention => mention.Value).Distinct().Count() < 2)
        {
            return asked is null or Asks.Problem or Asks.Order or Asks.Evidence or Asks.Contact && kind is MentionKinds.Phone or MentionKinds.Account
                && weights[0] > 0 && reader.SetsRight(named[0], 0)
                ? new Change(kind, null, named[0], named[0].Start)
                : null;
        }

        if (weights[wanted] - weights[ordered] < Needed(kind, named[wanted], named[ordered], isTold) || IsPartOf(named[wanted].Value, named[ordered].Value))
            return null;
        return new Change(kind, named[ordered], named[wanted], Math.Min(named[ordered].Start, named[wanted].Start));
    }

    /// <summary>王者荣耀的点券 and 点券 are one product said twice.</summary>
    private static bool IsPartOf(string one, string other) =>
        one == other || (!char.IsAsciiDigit(one[0]) && (one.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(one, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Numbers that may count anything need more to be said of them; where an error of this kind is told, little will do.</summary>
    private static int Needed(MentionKinds kind, Mention wanted, Mention ordered, bool isTold)
    {
        if (kind is MentionKinds.Phone or MentionKinds.Account)
            return 1;
        var areClear = wanted.Clear && ordered.Clear;
        if (isTold)
            return areClear ? 1 : 3;
        return areClear ? 4 : kind == MentionKinds.Region ? 5 : 6;
    }
}
