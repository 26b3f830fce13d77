using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding.Cues;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Finds who is who in 要充10块充成了100, 把A改成B, meant 10 but bought 100: by the patterns of <c>changes.json</c>, the first that fits and spans least winning.</summary>
internal static class ChangeFinder
{
    private const MentionKinds Target = MentionKinds.Account | MentionKinds.Phone;

    /// <summary>The changes told, none of them sharing a mention with another.</summary>
    /// <param name="hits">Where the patterns stand.</param>
    /// <param name="asked">What the bot has just asked for.</param>
    /// <param name="isOfTarget">Whether a wrong account or phone was told: bare numbers are then digits of it (QQ号3写成8), not money.</param>
    public static IReadOnlyList<Change> Find(IEnumerable<CueHit> hits, Asks? asked, bool isOfTarget)
    {
        var changes = new List<Change>();
        var taken = new HashSet<Mention>();
        foreach (var hit in hits.OrderBy(hit => hit.Cue.Order).ThenBy(hit => hit.End - hit.Start))
        {
            if (hit.To is not { } to || taken.Contains(to) || (hit.From is not null && taken.Contains(hit.From)))
                continue;
            taken.Add(to);
            if (hit.From is not null)
                taken.Add(hit.From);
            var from = hit.From?.Value == to.Value ? null : hit.From;
            var kind = KindResolver.Of(from is null ? to.Kinds : from.Kinds & to.Kinds, asked);
            if (kind == MentionKinds.Order && isOfTarget && from is not null && (to.Kinds & Target) != 0)
            {
                // The order's own number was given first; what is set right is what was told to be wrong (KM… 账号填错了，应该是…).
                taken.Remove(from);
                (from, kind) = (null, KindResolver.Of(to.Kinds & Target, asked));
            }

            if (kind != MentionKinds.Amount || !isOfTarget || to.Clear || from is { Clear: true })
                changes.Add(new Change(kind, from, to, hit.Start));
        }

        return changes;
    }
}
