namespace CardShop.Dialogs.Understanding.Cues;

/// <summary>Keeps the signs that count: not what was denied, and not what is part of a bigger turn of phrase (充错 within 怎么避免充错).</summary>
internal static class SignFilter
{
    /// <summary>The signs that count, in the order of the message.</summary>
    public static IReadOnlyList<CueHit> Keep(List<CueHit> hits, Negations negations, IReadOnlyDictionary<Sign, IReadOnlyList<Sign>> masks)
    {
        var said = hits.FindAll(hit => !negations.Deny(hit.Start));
        return said.FindAll(hit => !said.Exists(other => Masks(other, hit, masks)));
    }

    private static bool Masks(CueHit other, CueHit hit, IReadOnlyDictionary<Sign, IReadOnlyList<Sign>> masks) =>
        !other.Cue.Weak && other.Cue.Sign is { } sign && hit.Cue.Sign is { } masked
        && other.Start <= hit.Start && hit.Start < other.End
        && masks.TryGetValue(sign, out var list) && list.Contains(masked);
}
