using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CardShop.Bot.Persistence.PostgreSql;

/// <summary>
/// Keeps turns apart by a lock on the conversation's row, held from before the first read until the save. Who waits is served in the order of coming, and reads
/// what the one before has saved.
/// </summary>
internal sealed class RowLockedTurns(PostgreSqlConnections connections, NewsChannel news) : ITurnTransactions, IDisposable
{
    private readonly SemaphoreSlim _slots = new(connections.Share);

    public async Task<ITurnTransaction> BeginAsync(BotDbContext context, string conversationId, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        IDbContextTransaction? transaction = null;
        try
        {
            transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await LockAsync(context, conversationId, cancellationToken);
            return new RowLockedTurn(this, news, context, transaction, conversationId);
        }
        catch
        {
            await EndAsync(transaction);
            throw;
        }
    }

    public void Dispose() => _slots.Dispose();

    /// <summary>Without a limit: the turn before may wait for the shop, and the server ends what stands still.</summary>
    private static async Task LockAsync(BotDbContext context, string conversationId, CancellationToken cancellationToken)
    {
        var limit = context.Database.GetCommandTimeout();
        context.Database.SetCommandTimeout(0);
        await context.Database.ExecuteSqlAsync($"""SELECT 1 FROM conversations WHERE "Id" = {conversationId} FOR UPDATE""", cancellationToken);
        context.Database.SetCommandTimeout(limit);
    }

    private async ValueTask EndAsync(IDbContextTransaction? transaction)
    {
        try
        {
            await (transaction?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        finally
        {
            _slots.Release();
        }
    }

    private sealed class RowLockedTurn(
        RowLockedTurns turns, NewsChannel news, BotDbContext context, IDbContextTransaction transaction, string conversationId) : ITurnTransaction
    {
        public ValueTask<IDisposable?> WaitToWriteAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IDisposable?>(null);

        public async Task CommitAsync(CancellationToken cancellationToken)
        {
            await news.TellAsync(context, conversationId, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        public ValueTask DisposeAsync() => turns.EndAsync(transaction);
    }
}
