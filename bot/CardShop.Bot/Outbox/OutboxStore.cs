using CardShop.Persistence;
using CardShop.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Outbox;

/// <summary>Finds rows and moves them on.</summary>
internal sealed class OutboxStore(IDbContextFactory<BotDbContext> contexts)
{
    /// <summary>The lanes in which something is due. A row behind one that waits is not, whatever its own time says.</summary>
    public async Task<IReadOnlyList<Lane>> DueLanesAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Outbox
            .Where(row => row.State == OutboxState.Pending && row.NextAttemptAt <= now)
            .Where(row => row.Certainty == Certainty.Abandoned || !context.Outbox.Any(before =>
                before.ConversationId == row.ConversationId && before.Kind == row.Kind && before.State == OutboxState.Pending
                && before.Certainty != Certainty.Abandoned && before.Id < row.Id && before.NextAttemptAt > now))
            .Select(row => new Lane(row.ConversationId, row.Kind))
            .Distinct()
            .ToListAsync(cancellationToken);
    }

    /// <summary>The row that the lane waits for. A command that was given up holds nobody up any more.</summary>
    public async Task<OutboxRow?> HeadAsync(Lane lane, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Pending(context, lane).Where(row => row.Certainty != Certainty.Abandoned).OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The commands that were given up, and are to be looked up again now.</summary>
    public async Task<IReadOnlyList<OutboxRow>> AbandonedAsync(Lane lane, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Pending(context, lane)
            .Where(row => row.Certainty == Certainty.Abandoned && row.NextAttemptAt <= now)
            .OrderBy(row => row.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Moves a row on. A row that is gone (the demo was reset) is left alone.</summary>
    public async Task MoveAsync(OutboxRow row, Action<OutboxRow> move, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await MoveAsync(context, row, move, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The same within a transaction of somebody else's.</summary>
    public static async Task MoveAsync(BotDbContext context, OutboxRow row, Action<OutboxRow> move, CancellationToken cancellationToken)
    {
        if (await context.Outbox.FindAsync([row.Id], cancellationToken) is { } stored)
        {
            move(stored);
        }
    }

    private static IQueryable<OutboxRow> Pending(BotDbContext context, Lane lane) => context.Outbox.AsNoTracking()
        .Where(row => row.ConversationId == lane.ConversationId && row.Kind == lane.Kind && row.State == OutboxState.Pending);
}
