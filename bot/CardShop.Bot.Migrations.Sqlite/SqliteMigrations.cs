using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Migrations.Sqlite;

/// <summary>Binds the store to SQLite and to the migrations of this assembly.</summary>
public static class SqliteMigrations
{
    /// <summary>Uses SQLite with this assembly's migrations.</summary>
    public static TBuilder Use<TBuilder>(TBuilder builder, string connectionString)
        where TBuilder : DbContextOptionsBuilder
    {
        builder.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteMigrations).Assembly));
        return builder;
    }
}
