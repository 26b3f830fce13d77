using CardShop.Bot.Telemetry;
using Npgsql;

namespace CardShop.Bot.Persistence.PostgreSql;

/// <summary>
/// Keeps turns apart by a lock on the conversation's row, held from before the first read until the save. Who waits is served in the order of coming, and reads
/// what the one before has saved.
/// </summary>
internal sealed class RowLockedTurns(
    NpgsqlDataSource database, PostgreSqlConnections connections, RowBatch batch, NewsChannel news, ContextsOfTurns contexts, DatabaseTelemetry telemetry) : ITurnTransactions, IDisposable
{
    private readonly SemaphoreSlim _slots = new(connections.Share);

    public async Task<ITurnTransaction> BeginAsync(string conversationId, string inboundId, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        RowLockedTurn turn = new(_slots, database, batch, news, contexts, telemetry, conversationId);
        try
        {
            await turn.BeginAsync(inboundId, cancellationToken);
            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    public void Dispose() => _slots.Dispose();
}
