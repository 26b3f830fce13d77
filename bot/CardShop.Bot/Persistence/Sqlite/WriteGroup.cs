using Microsoft.Data.Sqlite;

namespace CardShop.Bot.Persistence.Sqlite;

/// <summary>The turns that are committed together.</summary>
internal sealed class WriteGroup(SqliteConnection connection, KeptStatements statements)
{
    private const string Begins = "SAVEPOINT turn";
    private const string Kept = "RELEASE turn";
    private const string TakenBack = "ROLLBACK TO turn";

    private readonly TaskCompletionSource _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The transaction of all. It takes SQLite's write lock at once.</summary>
    public SqliteTransaction Transaction { get; } = connection.BeginTransaction();

    /// <summary>By which all write.</summary>
    public SqliteConnection Connection => connection;

    /// <summary>What all write with.</summary>
    public KeptStatements Statements => statements;

    /// <summary>How many turns are in.</summary>
    public int Size { get; private set; }

    /// <summary>Whether the whole transaction is gone, as SQLite does it when a disk is full: none of the turns was saved.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Ends when the turns are on disk; throws when they are not.</summary>
    public Task Committed => _committed.Task;

    public void Begin() => statements.Run(Begins);

    public void Keep()
    {
        statements.Run(Kept);
        Size++;
    }

    public void TakeBack()
    {
        try
        {
            statements.Run(TakenBack);
            statements.Run(Kept);
        }
        catch (SqliteException failure)
        {
            IsLost = true;
            _committed.TrySetException(new WriteGroupLostException(failure));
        }
    }

    /// <summary>Commits, and tells all of them what came of it.</summary>
    /// <returns>Whether it went well.</returns>
    public bool TryCommit()
    {
        try
        {
            using (Transaction)
            {
                if (!IsLost)
                {
                    Transaction.Commit();
                }
            }
        }
        catch (Exception failure) when (failure is SqliteException or InvalidOperationException)
        {
            IsLost = true;
            _committed.TrySetException(failure);
        }

        _committed.TrySetResult();
        return !IsLost;
    }
}

/// <summary>The transaction that others shared is gone with one that failed. Nothing of it was saved: run again, each turn comes to its own end.</summary>
internal sealed class WriteGroupLostException(Exception cause) : Exception("The shared transaction was rolled back.", cause);
