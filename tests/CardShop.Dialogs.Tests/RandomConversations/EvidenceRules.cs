using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Turns;

namespace CardShop.Dialogs.Tests.RandomConversations;

/// <summary>What is true of evidence after every turn: what was handed in is there, once, or was taken back.</summary>
internal static class EvidenceRules
{
    public static void Check(ConversationState before, Incoming incoming, Decided decided)
    {
        var state = decided.State;
        var now = Pieces(state).ToList();
        BrokenRule.Unless(now.Count == now.Distinct().Count(), "a piece of evidence stands once", () => string.Join(' ', now));

        var came = (incoming as CustomerSaid)?.Files.OfType<AcceptedFile>().Select(file => file.Piece.Id) ?? [];
        var kept = Parking.All(state).Select(file => file.Number).ToHashSet();
        var stays = before.UnclaimedEvidence.Select(piece => piece.Id).Concat(Parking.All(before).Where(file => kept.Contains(file.Number)).SelectMany(Pieces));
        var lost = stays.Concat(came).Except(now).Except(decided.DiscardedEvidence).ToList();
        BrokenRule.Unless(lost.Count == 0, "no piece of evidence is lost", () => string.Join(' ', lost));
        BrokenRule.Unless(!decided.DiscardedEvidence.Intersect(now).Any(), "what is taken back is gone");
        BrokenRule.Unless(state.UnclaimedEvidence.All(piece => piece.Purpose == EvidencePurpose.Proof), "an identity document that no case waits for is not kept");
        BrokenRule.Unless(
            Parking.All(state).Where(file => file.State == CaseState.Closed || file.IsGranted).SelectMany(file => file.Evidence).All(evidence => evidence.Piece.Purpose == EvidencePurpose.Proof),
            "an identity document goes with the need for it");
    }

    private static IEnumerable<string> Pieces(ConversationState state) =>
        state.UnclaimedEvidence.Select(piece => piece.Id).Concat(Parking.All(state).SelectMany(Pieces));

    private static IEnumerable<string> Pieces(CaseFile file) => file.Evidence.Select(evidence => evidence.Piece.Id);
}
