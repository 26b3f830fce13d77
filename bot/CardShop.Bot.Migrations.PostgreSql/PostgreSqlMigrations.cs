using System.Data.Common;
using CardShop.Bot.Migrations.PostgreSql.CompiledModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CardShop.Bot.Migrations.PostgreSql;

/// <summary>Binds the store to PostgreSQL and to the migrations of this assembly.</summary>
public static class PostgreSqlMigrations
{
    /// <summary>
    /// Uses PostgreSQL with this assembly's migrations and compiled model, which saves building the model at each start. A test holds both to the model as it
    /// is, so that the migrator need not compare them at run time.
    /// </summary>
    public static TBuilder Use<TBuilder>(TBuilder builder, DbDataSource database)
        where TBuilder : DbContextOptionsBuilder
    {
        builder.UseNpgsql(database, postgres => postgres.MigrationsAssembly(typeof(PostgreSqlMigrations).Assembly));
        return UseModel(builder);
    }

    /// <summary>The same on a connection of the caller's, who closes it.</summary>
    public static TBuilder Use<TBuilder>(TBuilder builder, DbConnection connection)
        where TBuilder : DbContextOptionsBuilder
    {
        builder.UseNpgsql(connection, postgres => postgres.MigrationsAssembly(typeof(PostgreSqlMigrations).Assembly));
        return UseModel(builder);
    }

    private static TBuilder UseModel<TBuilder>(TBuilder builder)
        where TBuilder : DbContextOptionsBuilder
    {
        builder
            .UseModel(BotDbContextModel.Instance)
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        return builder;
    }
}
