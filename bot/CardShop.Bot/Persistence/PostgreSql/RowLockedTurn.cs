using CardShop.Bot.Persistence.Rows;
using CardShop.Bot.Telemetry;
using CardShop.Persistence;
using Npgsql;

namespace CardShop.Bot.Persistence.PostgreSql;

/// <summary>One turn, in a transaction that holds its conversation's row.</summary>
/// <param name="slots">Where one is given back at the end.</param>
/// <param name="database">Gives the connection.</param>
/// <param name="batch">Writes the rows.</param>
/// <param name="news">Tells the other processes.</param>
/// <param name="contexts">Makes the context, for turns that need one.</param>
/// <param name="telemetry">Measures.</param>
/// <param name="conversationId">Whose turn it is.</param>
internal sealed class RowLockedTurn(
    SemaphoreSlim slots, NpgsqlDataSource database, RowBatch batch, NewsChannel news, ContextsOfTurns contexts, DatabaseTelemetry telemetry, string conversationId) : ITurnTransaction
{
    /// <summary>A statement of its own: what is asked after it sees what the turn before has saved.</summary>
    private const string Lock = """SELECT 1 FROM conversations WHERE "Id" = $1 FOR UPDATE""";

    /// <summary>Rides along with the rows.</summary>
    private const string Commit = "COMMIT";

    private NpgsqlConnection? _connection;
    private NpgsqlTransaction? _transaction;
    private BotDbContext? _context;

    public TurnHead Head { get; private set; } = null!;

    /// <summary>Waits for the row, and looks where it stands.</summary>
    public async Task BeginAsync(string inboundId, CancellationToken cancellationToken)
    {
        _connection = await database.OpenConnectionAsync(cancellationToken);
        _transaction = await _connection.BeginTransactionAsync(cancellationToken);

        // Without a limit: the turn before may wait for the shop, and the server ends what stands still.
        await using var question = new NpgsqlBatch(_connection, _transaction) { Timeout = 0 };
        question.BatchCommands.Add(new(Lock) { Parameters = { new() { Value = conversationId } } });
        question.BatchCommands.Add(new(TurnHead.Sql) { Parameters = { new() { Value = conversationId }, new() { Value = inboundId } } });
        using var watched = telemetry.Begin(PostgreSqlDialect.System, DatabaseTelemetry.Select);
        await using var answer = await question.ExecuteReaderAsync(cancellationToken);
        await answer.NextResultAsync(cancellationToken);
        await answer.ReadAsync(cancellationToken);
        Head = new TurnHead(
            answer.IsDBNull(0) ? null : new Stand(answer.GetInt64(0), answer.GetInt64(1)),
            answer.IsDBNull(2) ? null : new SeenBefore(answer.GetInt64(2), answer.GetInt64(3)),
            answer.IsDBNull(4) ? null : answer.GetString(4));
        watched.Ended();
    }

    public ValueTask<BotDbContext> ContextAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_context ??= contexts.On(_connection!, _transaction!));

    public async Task SaveAsync(TurnRows rows, TurnCompanion? companion, CancellationToken cancellationToken)
    {
        if (companion is not null || _context?.ChangeTracker.HasChanges() is true)
        {
            await batch.WriteAsync(_connection!, _transaction!, rows.Writes(), after: null, cancellationToken);
            var context = await ContextAsync(cancellationToken);
            await (companion?.Invoke(context, cancellationToken) ?? ValueTask.CompletedTask);
            await context.SaveChangesAsync(cancellationToken);
            await CommitAsync([], rows, cancellationToken);
        }
        else
        {
            await CommitAsync(rows.Writes(), rows, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await (_context?.DisposeAsync() ?? ValueTask.CompletedTask);
            await (_transaction?.DisposeAsync() ?? ValueTask.CompletedTask);
            await (_connection?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        finally
        {
            slots.Release();
        }
    }

    /// <summary>Writes what is left to write and commits, in one round trip; then tells.</summary>
    private async Task CommitAsync(IEnumerable<RowWrite> left, TurnRows rows, CancellationToken cancellationToken)
    {
        await batch.WriteAsync(_connection!, _transaction!, left, new NpgsqlBatchCommand(Commit), cancellationToken);
        news.TurnSaved(conversationId, rows.Outbox);
    }
}
