using CardShop.Bot.Persistence.Rows;
using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CardShop.Bot.Persistence.PostgreSql;

/// <summary>One turn, in a transaction that holds its conversation's row.</summary>
/// <param name="slots">Where one is given back at the end.</param>
/// <param name="database">Gives the connection.</param>
/// <param name="batch">Writes the rows.</param>
/// <param name="news">Tells the other processes.</param>
/// <param name="contexts">Make the context, for turns that need one.</param>
/// <param name="conversationId">Whose turn it is.</param>
internal sealed class RowLockedTurn(
    SemaphoreSlim slots, NpgsqlDataSource database, RowBatch batch, NewsChannel news, IDbContextFactory<BotDbContext> contexts, string conversationId) : ITurnTransaction
{
    /// <summary>A statement of its own: what is asked after it sees what the turn before has saved.</summary>
    private const string Lock = """SELECT 1 FROM conversations WHERE "Id" = $1 FOR UPDATE""";

    private NpgsqlConnection? _connection;
    private NpgsqlTransaction? _transaction;
    private BotDbContext? _context;
    private LentConnection? _lent;

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
        await using var answer = await question.ExecuteReaderAsync(cancellationToken);
        await answer.NextResultAsync(cancellationToken);
        await answer.ReadAsync(cancellationToken);
        Head = new TurnHead(
            answer.IsDBNull(0) ? null : new Stand(answer.GetInt64(0), answer.GetInt64(1)),
            answer.IsDBNull(2) ? null : new SeenBefore(answer.GetInt64(2), answer.GetInt64(3)),
            answer.IsDBNull(4) ? null : answer.GetString(4));
    }

    public async ValueTask<BotDbContext> ContextAsync(CancellationToken cancellationToken)
    {
        if (_context is null)
        {
            _context = await contexts.CreateDbContextAsync(cancellationToken);
            _lent = new LentConnection(_context, _connection!, _transaction!);
        }

        return _context;
    }

    public async Task SaveAsync(TurnRows rows, TurnCompanion? companion, CancellationToken cancellationToken)
    {
        await batch.WriteAsync(_connection!, _transaction!, rows, news.TurnSaved(conversationId, rows.Outbox), cancellationToken);
        if (companion is not null)
        {
            await companion(await ContextAsync(cancellationToken), cancellationToken);
        }

        await (_context?.SaveChangesAsync(cancellationToken) ?? Task.CompletedTask);
        await _transaction!.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _lent?.Dispose();
            await (_context?.DisposeAsync() ?? ValueTask.CompletedTask);
            await (_transaction?.DisposeAsync() ?? ValueTask.CompletedTask);
            await (_connection?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        finally
        {
            slots.Release();
        }
    }
}
