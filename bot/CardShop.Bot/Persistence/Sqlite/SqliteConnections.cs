using CardShop.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Persistence.Sqlite;

/// <summary>Opens connections that stay open, with the house's pragmas, as EF Core opens its own.</summary>
internal sealed class SqliteConnections(IDbContextFactory<BotDbContext> contexts)
{
    public KeptConnection Open()
    {
        var owner = contexts.CreateDbContext();
        owner.Database.OpenConnection();
        return new KeptConnection(owner);
    }
}

/// <summary>A connection that stays open, and its statements with it. Used by one at a time.</summary>
/// <param name="owner">Whose connection it is.</param>
internal sealed class KeptConnection(BotDbContext owner) : IDisposable
{
    public SqliteConnection Connection { get; } = (SqliteConnection)owner.Database.GetDbConnection();

    public KeptStatements Statements { get; } = new((SqliteConnection)owner.Database.GetDbConnection());

    public void Dispose()
    {
        Statements.Dispose();
        owner.Dispose();
    }
}
