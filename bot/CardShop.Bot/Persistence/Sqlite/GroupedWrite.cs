using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Persistence.Sqlite;

/// <summary>What one turn writes into its group. Disposed without <see cref="CommitAsync"/>, nothing of it is kept.</summary>
internal sealed class GroupedWrite : IDisposable
{
    private readonly GroupedWrites _writes;
    private readonly WriteGroup _group;
    private readonly BotDbContext _context;
    private readonly string _ownConnection;
    private bool _isOver;

    /// <summary>Lends the group's connection to the turn's context.</summary>
    public GroupedWrite(GroupedWrites writes, WriteGroup group, BotDbContext context)
    {
        (_writes, _group, _context) = (writes, group, context);
        _ownConnection = context.Database.GetConnectionString()!;
        group.Begin();
        context.Database.CloseConnection();
        context.Database.SetDbConnection(group.Connection);
        context.Database.AutoSavepointsEnabled = false;
        context.Database.UseTransaction(group.Transaction);
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

    /// <summary>The context has its own connection again, and the next one the pen.</summary>
    private void End()
    {
        _isOver = true;
        try
        {
            _context.Database.UseTransaction(null);
            _context.Database.CloseConnection();
            _context.Database.SetDbConnection(null);
            _context.Database.SetConnectionString(_ownConnection);
        }
        finally
        {
            _writes.PassOn();
        }
    }
}
