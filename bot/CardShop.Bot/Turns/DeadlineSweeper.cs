using CardShop.Bot.Outbox;
using CardShop.Bot.Persistence;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.Persistence.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Turns;

/// <summary>Wakes conversations at the moments that they asked for. The moments are rows: a restart forgets none, and none comes twice.</summary>
internal sealed partial class DeadlineSweeper(
    IDbContextFactory<BotDbContext> contexts, IClaims claims, TurnExecutor turns, Backoff backoff, TimeProvider time, ILogger<DeadlineSweeper> logger)
{
    private const int BatchSize = 100;
    private const string Claim = "deadlines";

    /// <summary>Runs what is due, in one process at a time.</summary>
    /// <returns>How many conversations were woken.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var claim = await claims.TakeAsync(Claim, cancellationToken);
        var due = await DueAsync(cancellationToken);
        foreach (var deadline in due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await WakeAsync(deadline);
        }

        return due.Count;
    }

    private async Task<List<DeadlineRow>> DueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Deadlines.AsNoTracking()
            .Where(row => row.NextAttemptAt <= now)
            .OrderBy(row => row.NextAttemptAt)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
    }

    private async Task WakeAsync(DeadlineRow deadline)
    {
        var inboundId = InboundIds.OfDeadline(deadline.Kind, deadline.DueAt);
        var inbound = new InboundTurn(deadline.ConversationId, inboundId, new DeadlineReached(deadline.Kind), Echo: null);
        try
        {
            await turns.RunAsync(
                inboundId, inbound, (context, token) => new ValueTask(ChangeAsync(context, deadline, row => context.Deadlines.Remove(row), token)), CancellationToken.None);
        }
        catch (Exception failure)
        {
            LogFailed(failure, deadline.Kind, deadline.ConversationId);
            await PostponeAsync(deadline);
        }
    }

    private async Task PostponeAsync(DeadlineRow deadline)
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        var next = time.GetUtcNow() + backoff.After(deadline.Attempts);
        await ChangeAsync(context, deadline, row => row.Postpone(next), CancellationToken.None);
        await context.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>Changes the row if it still is that moment: the turn itself may have replaced it by another one.</summary>
    private static async Task ChangeAsync(BotDbContext context, DeadlineRow deadline, Action<DeadlineRow> change, CancellationToken cancellationToken)
    {
        if (await context.Deadlines.FindAsync([deadline.ConversationId, deadline.Kind], cancellationToken) is { } row && row.DueAt == deadline.DueAt)
        {
            change(row);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Deadline {Kind} of {ConversationId} could not be run; it is tried again")]
    private partial void LogFailed(Exception failure, DeadlineKind kind, string conversationId);
}
