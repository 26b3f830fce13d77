using CardShop.Bot.Persistence.Rows;
using CardShop.Bot.Telemetry;
using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Persistence.Sqlite;

/// <summary>Turns read by connections of their own, all at once, and save by the one that writes, one after the other.</summary>
internal sealed class SqliteTurns(
    TurnHeads heads, GroupedWrites writes, IDbContextFactory<BotDbContext> contexts, DatabaseTelemetry telemetry) : ITurnTransactions
{
    public Task<ITurnTransaction> BeginAsync(string conversationId, string inboundId, CancellationToken cancellationToken) =>
        Task.FromResult<ITurnTransaction>(new SqliteTurn(writes, contexts, telemetry, heads.Read(conversationId, inboundId)));

    private sealed class SqliteTurn(GroupedWrites writes, IDbContextFactory<BotDbContext> contexts, DatabaseTelemetry telemetry, TurnHead head) : ITurnTransaction
    {
        private BotDbContext? _context;

        public TurnHead Head => head;

        public async ValueTask<BotDbContext> ContextAsync(CancellationToken cancellationToken)
        {
            if (_context is null)
            {
                _context = await contexts.CreateDbContextAsync(cancellationToken);

                // Each opening costs EF Core some twenty functions to register: one for all that the turn reads.
                await _context.Database.OpenConnectionAsync(cancellationToken);
            }

            return _context;
        }

        public async Task SaveAsync(TurnRows rows, TurnCompanion? companion, CancellationToken cancellationToken)
        {
            var context = companion is not null ? await ContextAsync(cancellationToken) : _context is { } used && used.ChangeTracker.HasChanges() ? used : null;
            using var write = await writes.BeginAsync(context, cancellationToken);
            Write(write, rows);
            await (companion?.Invoke(context!, cancellationToken) ?? ValueTask.CompletedTask);
            await (context?.SaveChangesAsync(cancellationToken) ?? Task.CompletedTask);
            await write.CommitAsync();
        }

        private void Write(GroupedWrite write, TurnRows rows)
        {
            using var watched = telemetry.Begin(SqliteDialect.System, DatabaseTelemetry.Batch);
            write.Write(rows);
            watched.Ended();
        }

        public async ValueTask DisposeAsync()
        {
            if (_context is not null)
            {
                await _context.Database.CloseConnectionAsync();
                await _context.DisposeAsync();
            }
        }
    }
}
