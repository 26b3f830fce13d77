using CardShop.Bot.Desk;
using CardShop.Bot.Evidence;
using CardShop.Bot.Outbox;
using CardShop.Bot.Turns;
using CardShop.Sandbox;

namespace CardShop.Bot.Hosting;

/// <summary>What the bot has to do when the clock of the controls has moved: its deadlines, what is to be sent, what is to be deleted, and what follows from either.</summary>
internal sealed class DueWork(DeadlineSweeper deadlines, OutboxDispatcher outbox, EvidenceSweeper evidence, HolderSweeper holders) : IDueWork
{
    /// <summary>Far more than any conversation needs; a circle of causes ends here, and goes on with the next tick.</summary>
    private const int MaxRounds = 50;

    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            if (await deadlines.SweepAsync(cancellationToken) + await outbox.DrainDueAsync(cancellationToken) + await evidence.SweepAsync(cancellationToken)
                + await holders.SweepOutsideAsync(cancellationToken) == 0)
            {
                return;
            }
        }
    }
}
