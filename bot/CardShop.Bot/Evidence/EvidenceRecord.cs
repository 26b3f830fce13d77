using CardShop.Bot.Turns;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;

namespace CardShop.Bot.Evidence;

/// <summary>What a turn means for the pieces of evidence, written into its own transaction.</summary>
internal static class EvidenceRecord
{
    /// <summary>Keeps the pieces that came with the turn, and withdraws those that it has discarded.</summary>
    public static async Task RecordAsync(BotDbContext context, RunningTurn turn, Decided decided, CancellationToken cancellationToken)
    {
        if (turn.Incoming is CustomerSaid { Files: { Count: > 0 } files })
        {
            foreach (var accepted in files.OfType<AcceptedFile>())
            {
                (await context.Evidence.FindAsync([accepted.Piece.Id], cancellationToken))?.Keep(decided.State.Case?.Number, turn.Now);
            }
        }

        if (turn.Incoming is PersonSaid { Files: { Count: > 0 } sent } said && decided.State.Person?.Id == said.By.Id)
        {
            foreach (var piece in sent)
            {
                (await context.Evidence.FindAsync([piece.Id], cancellationToken))?.Keep(decided.State.Case?.Number, turn.Now);
            }
        }

        foreach (var id in decided.DiscardedEvidence)
        {
            (await context.Evidence.FindAsync([id], cancellationToken))?.Withdraw(turn.Now);
        }
    }
}
