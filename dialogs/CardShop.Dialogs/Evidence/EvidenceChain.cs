using CardShop.Dialogs.Cases;

namespace CardShop.Dialogs.Evidence;

/// <summary>Which links of the chain a case still lacks (rules E1 to E4).</summary>
internal static class EvidenceChain
{
    private static readonly EvidenceLink[] Links = [EvidenceLink.Order, EvidenceLink.Mistake, EvidenceLink.Identity];

    /// <summary>The links that nothing shows yet, in the order in which they are asked for.</summary>
    /// <param name="file">The case.</param>
    /// <param name="isSignedIn">A signed-in customer has shown who they are (E3).</param>
    public static IReadOnlyList<EvidenceLink> Missing(CaseFile file, bool isSignedIn) =>
        [.. Links.Where(link => !(link == EvidenceLink.Identity && IsShown(file, isSignedIn)) && file.Evidence.All(evidence => evidence.Link != link))];

    /// <summary>Puts new pieces to what a reviewer has asked for, else where something is missing, one after the other; what is over goes to what was meant, which can do with more than one.</summary>
    public static CaseFile With(CaseFile file, IEnumerable<EvidencePiece> pieces, bool isSignedIn)
    {
        foreach (var piece in pieces.Where(piece => file.Evidence.All(evidence => evidence.Piece.Id != piece.Id)))
        {
            var link = file.WantedPiece ?? (Missing(file, isSignedIn) is [var first, ..] ? first : EvidenceLink.Mistake);
            file = file with { Evidence = [.. file.Evidence, new CaseEvidence(piece, link)] };
        }

        return file;
    }

    /// <summary>The same case, its last piece taken to show the next other link.</summary>
    public static CaseFile WithLastAsAnother(CaseFile file, bool isSignedIn)
    {
        var last = file.Evidence[^1];
        var links = Links.Where(link => !(link == EvidenceLink.Identity && IsShown(file, isSignedIn))).ToList();
        var next = links[(links.IndexOf(last.Link) + 1) % links.Count];
        return file with { Evidence = [.. file.Evidence.SkipLast(1), last with { Link = next }] };
    }

    /// <summary>A signed-in customer, or the right code, shows who it is before any picture does (E3).</summary>
    private static bool IsShown(CaseFile file, bool isSignedIn) => isSignedIn || file.Identity is { IsProven: true };
}
