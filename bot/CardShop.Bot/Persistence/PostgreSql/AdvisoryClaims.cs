using Npgsql;

namespace CardShop.Bot.Persistence.PostgreSql;

/// <summary>
/// Claims as advisory locks that a transaction holds: the server frees them when the connection ends, so that a process that dies leaves none behind. Rows can't
/// be locked instead: who sends an outbox row changes it in the transaction of a turn, which such a lock of our own would shut out.
/// </summary>
internal sealed class AdvisoryClaims(NpgsqlDataSource database, PostgreSqlConnections connections) : IClaims, IDisposable
{
    private const string Try = "SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0))";
    private const string Wait = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0)) IS NOT NULL";

    private readonly SemaphoreSlim _slots = new(connections.Share);

    public Task<IClaim?> TryTakeAsync(string name, CancellationToken cancellationToken) => TakeAsync(Try, name, cancellationToken);

    public async Task<IClaim> TakeAsync(string name, CancellationToken cancellationToken) => (await TakeAsync(Wait, name, cancellationToken))!;

    public void Dispose() => _slots.Dispose();

    private async Task<IClaim?> TakeAsync(string how, string name, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        Claim claim = new(_slots);
        var isTaken = false;
        try
        {
            isTaken = await claim.TakeAsync(database, how, name, cancellationToken);
            return isTaken ? claim : null;
        }
        finally
        {
            if (!isTaken)
            {
                await claim.DisposeAsync();
            }
        }
    }

    private sealed class Claim(SemaphoreSlim slots) : IClaim
    {
        private NpgsqlConnection? _connection;
        private NpgsqlTransaction? _transaction;

        public async Task<bool> TakeAsync(NpgsqlDataSource database, string how, string name, CancellationToken cancellationToken)
        {
            _connection = await database.OpenConnectionAsync(cancellationToken);
            _transaction = await _connection.BeginTransactionAsync(cancellationToken);
            await using var command = new NpgsqlCommand(how, _connection, _transaction) { CommandTimeout = 0, Parameters = { new() { Value = name } } };
            return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
        }

        public async Task ConfirmAsync(CancellationToken cancellationToken)
        {
            await using var command = new NpgsqlCommand("SELECT 1", _connection, _transaction);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            try
            {
                await (_transaction?.DisposeAsync() ?? ValueTask.CompletedTask);
                await (_connection?.DisposeAsync() ?? ValueTask.CompletedTask);
            }
            finally
            {
                slots.Release();
            }
        }
    }
}
