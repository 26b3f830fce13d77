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
        var stays = before.Case?.Number == state.Case?.Number ? Pieces(before) : before.UnclaimedEvidence.Select(piece => piece.Id);
        var lost = stays.Concat(came).Except(now).Except(decided.DiscardedEvidence).ToList();
        BrokenRule.Unless(lost.Count == 0, "no piece of evidence is lost", () => string.Join(' ', lost));
        BrokenRule.Unless(!decided.DiscardedEvidence.Intersect(now).Any(), "what is taken back is gone");
    }

    private static IEnumerable<string> Pieces(ConversationState state) =>
        state.UnclaimedEvidence.Concat(state.Case?.Evidence.Select(evidence => evidence.Piece) ?? []).Select(piece => piece.Id);
}
