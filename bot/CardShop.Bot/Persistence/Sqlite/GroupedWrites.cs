using CardShop.Persistence;
using Microsoft.Data.Sqlite;

namespace CardShop.Bot.Persistence.Sqlite;

/// <summary>
/// SQLite takes one writer at a time, and its flush to disk is what costs. Turns that save at the same time share one connection, one transaction and one flush: each is a savepoint of its
/// own, so that one that fails takes no other with it, and none is told that it is saved before the flush is done.
/// </summary>
/// <param name="connections">Opens the connection.</param>
internal sealed class GroupedWrites(SqliteConnections connections) : IDisposable
{
    /// <summary>Nobody waits for more than this many others; writers that are no turns get in between groups.</summary>
    private const int LargestGroup = 32;

    private readonly SemaphoreSlim _pen = new(1);
    private int _waiting;
    private WriteGroup? _group;
    private KeptConnection? _connection;

    /// <summary>Waits until the turn may write, and lets its context, if it has one, write into the group's transaction.</summary>
    /// <exception cref="SqliteException">The store is busy, or can't be written.</exception>
    public async Task<GroupedWrite> BeginAsync(BotDbContext? context, CancellationToken cancellationToken)
    {
        // Who waits is counted on to commit for those before, and so never leaves the queue. It moves fast.
        Interlocked.Increment(ref _waiting);
        await _pen.WaitAsync(CancellationToken.None);
        Interlocked.Decrement(ref _waiting);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            _connection ??= connections.Open();
            _group ??= new WriteGroup(_connection.Connection, _connection.Statements);
            return new GroupedWrite(this, _group, context);
        }
        catch
        {
            PassOn();
            throw;
        }
    }

    public void Dispose()
    {
        Close();
        _pen.Dispose();
    }

    /// <summary>The next one may write; the last one commits for all.</summary>
    internal void PassOn()
    {
        try
        {
            if (_group is { } group && (group.IsLost || group.Size >= LargestGroup || Volatile.Read(ref _waiting) == 0))
            {
                _group = null;
                if (!group.TryCommit())
                {
                    Close();
                }
            }
        }
        finally
        {
            // Whatever has failed: without the pen nobody would ever save again.
            _pen.Release();
        }
    }

    /// <summary>A connection that could not commit is not asked again.</summary>
    private void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
