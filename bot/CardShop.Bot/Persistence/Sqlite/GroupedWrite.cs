using CardShop.Bot.Persistence.Rows;
using CardShop.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Persistence.Sqlite;

/// <summary>What one turn writes into its group. Disposed without <see cref="CommitAsync"/>, nothing of it is kept.</summary>
internal sealed class GroupedWrite : IDisposable
{
    private const int Constraint = 19;

    private readonly GroupedWrites _writes;
    private readonly WriteGroup _group;
    private readonly LentConnection? _lent;
    private bool _isOver;

    /// <summary>Lends the group's connection to the turn's context, if it has one.</summary>
    public GroupedWrite(GroupedWrites writes, WriteGroup group, BotDbContext? context)
    {
        (_writes, _group) = (writes, group);
        group.Begin();
        _lent = context is null ? null : new LentConnection(context, group.Connection, group.Transaction);
    }

    /// <summary>Writes rows.</summary>
    /// <exception cref="DbUpdateException">They are there already, or not as they were.</exception>
    public void Write(TurnRows rows)
    {
        foreach (var write in rows.Writes())
        {
            Write(write);
        }
    }

    /// <summary>Ends when the turn is on disk, with all of its group.</summary>
    public Task CommitAsync()
    {
        _group.Keep();
        End();
        return _group.Committed;
    }

    public void Dispose()
    {
        if (!_isOver)
        {
            _group.TakeBack();
            End();
        }
    }

    private void Write(RowWrite write)
    {
        try
        {
            if (write.Statement.Chosen is { } key)
            {
                key.Set(write.Row, _group.Statements.Run(write.Statement.Sql, static answer => SQLitePCL.raw.sqlite3_column_int64(answer, 0), write.Values));
                return;
            }

            _group.Statements.Run(write.Statement.Sql, write.Values);
        }
        catch (SqliteException refused) when (refused.SqliteErrorCode == Constraint)
        {
            throw new DbUpdateException($"{write.Row.GetType().Name} was not written.", refused);
        }

        if (write.Statement.MustFind && _group.Statements.Changes != 1)
        {
            throw new DbUpdateConcurrencyException($"{write.Row.GetType().Name} is not as it was.");
        }
    }

    /// <summary>The context has its own connection again, and the next one the pen.</summary>
    private void End()
    {
        _isOver = true;
        try
        {
            _lent?.Dispose();
        }
        finally
        {
            _writes.PassOn();
        }
    }
}
