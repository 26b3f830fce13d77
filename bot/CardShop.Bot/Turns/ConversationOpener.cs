using CardShop.Bot.Persistence;
using CardShop.Persistence;
using CardShop.Persistence.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Turns;

/// <summary>Opens conversations.</summary>
internal sealed class ConversationOpener(IDbContextFactory<BotDbContext> contexts, IStoreDialect dialect, TimeProvider time)
{
    /// <summary>Makes sure that the conversation exists; a channel's reference that moved is taken over without disturbing a turn under way.</summary>
    public async Task OpenAsync(ConversationOpening opening, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await TakeOverReferenceAsync(context, opening, cancellationToken))
        {
            return;
        }

        context.Conversations.Add(ConversationRow.Open(opening.ConversationId, opening.Channel, opening.CustomerId, opening.Reference, time.GetUtcNow()));
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException conflict) when (dialect.IsPassing(conflict))
        {
            // Opened by two requests at once: the first one has made the row.
            await TakeOverReferenceAsync(context, opening, cancellationToken);
        }
    }

    private static async Task<bool> TakeOverReferenceAsync(BotDbContext context, ConversationOpening opening, CancellationToken cancellationToken)
    {
        var known = await context.Conversations.AsNoTracking()
            .Where(row => row.Id == opening.ConversationId)
            .Select(row => new { row.Reference })
            .SingleOrDefaultAsync(cancellationToken);
        if (known is not null && opening.Reference is not null && opening.Reference != known.Reference)
        {
            await context.Conversations.Where(row => row.Id == opening.ConversationId)
                .ExecuteUpdateAsync(row => row.SetProperty(conversation => conversation.Reference, opening.Reference), cancellationToken);
        }

        return known is not null;
    }
}
