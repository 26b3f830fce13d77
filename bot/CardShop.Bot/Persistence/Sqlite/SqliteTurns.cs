using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Persistence.Sqlite;

/// <summary>Turns read by a connection of their own, all at once, and save by the one that writes, one after the other.</summary>
internal sealed class SqliteTurns(GroupedWrites writes) : ITurnTransactions
{
    public async Task<ITurnTransaction> BeginAsync(BotDbContext context, string conversationId, CancellationToken cancellationToken)
    {
        // Each opening costs EF Core some twenty functions to register: one for all that the turn reads.
        await context.Database.OpenConnectionAsync(cancellationToken);
        return new SqliteTurn(writes, context);
    }

    private sealed class SqliteTurn(GroupedWrites writes, BotDbContext context) : ITurnTransaction
    {
        private GroupedWrite? _write;

        public async ValueTask<IDisposable?> WaitToWriteAsync(CancellationToken cancellationToken) => _write = await writes.BeginAsync(context, cancellationToken);

        public Task CommitAsync(CancellationToken cancellationToken) =>
            (_write ?? throw new InvalidOperationException("Nothing was written.")).CommitAsync();

        public async ValueTask DisposeAsync() => await context.Database.CloseConnectionAsync();
    }
}
