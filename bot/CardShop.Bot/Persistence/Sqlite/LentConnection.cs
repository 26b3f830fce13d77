using CardShop.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Persistence.Sqlite;

/// <summary>A context that writes by the group's connection, until this is disposed of.</summary>
internal sealed class LentConnection : IDisposable
{
    private readonly BotDbContext _context;
    private readonly string _own;

    public LentConnection(BotDbContext context, SqliteConnection connection, SqliteTransaction transaction)
    {
        _context = context;
        _own = context.Database.GetConnectionString()!;
        context.Database.CloseConnection();
        context.Database.SetDbConnection(connection);
        context.Database.AutoSavepointsEnabled = false;
        context.Database.UseTransaction(transaction);
    }

    public void Dispose()
    {
        _context.Database.UseTransaction(null);
        _context.Database.CloseConnection();
        _context.Database.SetDbConnection(null);
        _context.Database.SetConnectionString(_own);
    }
}
