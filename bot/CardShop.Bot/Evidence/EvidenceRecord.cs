using CardShop.Bot.Turns;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Turns;

namespace CardShop.Bot.Evidence;

/// <summary>What a turn means for the pieces of evidence, written into its own transaction.</summary>
internal static class EvidenceRecord
{
    /// <summary>Keeps the pieces that came with the turn, and withdraws those that it has discarded.</summary>
    public static async Task RecordAsync(RunningTurn turn, Decided decided, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> kept = turn.Incoming switch
        {
            CustomerSaid { Files: { Count: > 0 } files } => [.. files.OfType<AcceptedFile>().Select(accepted => accepted.Piece.Id)],
            PersonSaid { Files: { Count: > 0 } sent } said when decided.State.Person?.Id == said.By.Id => [.. sent.Select(piece => piece.Id)],
            _ => [],
        };
        if (kept.Count + decided.DiscardedEvidence.Count == 0)
        {
            return;
        }

        var context = await turn.ContextAsync(cancellationToken);
        foreach (var id in kept)
        {
            (await context.Evidence.FindAsync([id], cancellationToken))?.Keep(decided.State.Case?.Number, turn.Now);
        }

        foreach (var id in decided.DiscardedEvidence)
        {
            (await context.Evidence.FindAsync([id], cancellationToken))?.Withdraw(turn.Now);
        }
    }
}
