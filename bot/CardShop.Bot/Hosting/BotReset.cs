using CardShop.Bot.Desk;
using CardShop.Bot.Evidence;
using CardShop.Bot.Evidence.Storage;
using CardShop.Bot.Outbox;
using CardShop.Persistence;
using CardShop.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Hosting;

/// <summary>
/// Empties the bot's books for the demo's reset. The audit record stays: nothing ever deletes from it. A turn under way finds its conversation gone when it
/// saves, and saves nothing.
/// </summary>
internal sealed class BotReset(IDbContextFactory<BotDbContext> contexts, OutboxDispatcher outbox, EvidenceVault vault, DeskSignals desk) : IResettable
{
    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);

        // First, because turns hold on to them: where turns are kept apart by locks, those under way are waited for, and none begins any more.
        await context.Conversations.ExecuteDeleteAsync(cancellationToken);
        await context.Outbox.ExecuteDeleteAsync(cancellationToken);
        await context.Deadlines.ExecuteDeleteAsync(cancellationToken);
        await context.Inbound.ExecuteDeleteAsync(cancellationToken);
        await context.Transcript.ExecuteDeleteAsync(cancellationToken);
        await context.Changes.ExecuteDeleteAsync(cancellationToken);
        await context.Cases.ExecuteDeleteAsync(cancellationToken);
        await context.CaseOrders.ExecuteDeleteAsync(cancellationToken);
        await context.DeskCases.ExecuteDeleteAsync(cancellationToken);
        await context.DeskNotes.ExecuteDeleteAsync(cancellationToken);
        await context.DeskDrafts.ExecuteDeleteAsync(cancellationToken);
        await context.DeskSettings.ExecuteDeleteAsync(cancellationToken);
        await context.DocumentLinks.ExecuteDeleteAsync(cancellationToken);
        await context.ShopCursors.ExecuteDeleteAsync(cancellationToken);
        var pieces = await context.Evidence.Where(row => row.DeletedAt == null).Select(row => row.Id).ToListAsync(cancellationToken);
        await context.Evidence.ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        desk.TellAll();

        foreach (var name in pieces.SelectMany(EvidenceNames.AllOf))
        {
            await vault.DeleteAsync(name, cancellationToken);
        }

        // What was being sent while the rows went is sent now; after this nothing more reaches the shop.
        await outbox.QuiesceAsync(cancellationToken);
    }
}
