namespace CardShop.Dialogs.Understanding.Cues;

/// <summary>Keeps the signs that count: not what was denied, and not what is part of a bigger turn of phrase (充错 within 怎么避免充错).</summary>
internal static class SignFilter
{
    private static readonly int Signs = Enum.GetValues<Sign>().Length;

    /// <summary>The signs that count, in the order of the message.</summary>
    /// <param name="hits">What was found, in the order of the message.</param>
    /// <param name="negations">Where the message says no.</param>
    /// <param name="masks">Which signs don't count where another one covers their start.</param>
    public static IReadOnlyList<CueHit> Keep(List<CueHit> hits, Negations negations, IReadOnlyDictionary<Sign, IReadOnlyList<Sign>> masks)
    {
        var said = WithoutDenied(hits, negations);
        var kept = new List<CueHit>(said.Count);
        var coveredUntil = new int[Signs];
        for (var first = 0; first < said.Count;)
        {
            var next = said.FindIndex(first, hit => hit.Start != said[first].Start) is >= 0 and var found ? found : said.Count;
            var here = said.GetRange(first, next - first);
            foreach (var hit in here.Where(hit => !hit.Cue.Weak))
                Cover(hit, masks, coveredUntil);
            kept.AddRange(here.Where(hit => hit.Cue.Sign is { } sign && coveredUntil[(int)sign] <= hit.Start));
            first = next;
        }

        return kept;
    }

    /// <summary>In 没充错区 both 充错区 and the 错区 within it are denied.</summary>
    private static List<CueHit> WithoutDenied(List<CueHit> hits, Negations negations)
    {
        var deniedUntil = 0;
        return hits.FindAll(hit =>
        {
            if (negations.Deny(hit.Start))
                deniedUntil = Math.Max(deniedUntil, hit.End);
            return hit.Start >= deniedUntil;
        });
    }

    private static void Cover(CueHit hit, IReadOnlyDictionary<Sign, IReadOnlyList<Sign>> masks, int[] coveredUntil)
    {
        if (hit.Cue.Sign is not { } sign || !masks.TryGetValue(sign, out var covered))
            return;
        foreach (var masked in covered)
            coveredUntil[(int)masked] = Math.Max(coveredUntil[(int)masked], hit.End);
    }
}
