using CardShop.Bot.Migrations.Sqlite.CompiledModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CardShop.Bot.Migrations.Sqlite;

/// <summary>Binds the store to SQLite and to the migrations of this assembly.</summary>
public static class SqliteMigrations
{
    /// <summary>
    /// Uses SQLite with this assembly's migrations and compiled model, which saves building the model at each start. A test holds both to the model as it is,
    /// so that the migrator need not compare them at run time.
    /// </summary>
    public static TBuilder Use<TBuilder>(TBuilder builder, string connectionString)
        where TBuilder : DbContextOptionsBuilder
    {
        builder
            .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteMigrations).Assembly))
            .UseModel(BotDbContextModel.Instance)
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        return builder;
    }
}
