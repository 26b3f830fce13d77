using CardShop.Bot.Hosting;
using CardShop.Bot.Migrations.Sqlite;
using CardShop.Bot.Persistence.PostgreSql;
using CardShop.Bot.Persistence.Rows;
using CardShop.Bot.Persistence.Sqlite;
using CardShop.Bot.Telemetry;
using CardShop.Persistence;
using CardShop.Sqlite;
using Microsoft.Data.Sqlite;

namespace CardShop.Bot.Persistence;

/// <summary>The bot's own store: one SQLite file in the data directory, or a PostgreSQL database.</summary>
internal static class PersistenceFeature
{
    private const string FileName = "bot.db";

    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        var database = Settings.Read<DatabaseOptions>(configuration);
        services
            .AddInstruments()
            .AddSingleton<RowKinds>()
            .AddSingleton<DatabaseMigrator>()
            .AddHostedService(services => services.GetRequiredService<DatabaseMigrator>());
        return database.Provider switch
        {
            DatabaseProvider.PostgreSql => services.AddPostgreSql(database.ConnectionString),
            _ => services.AddSqlite(),
        };
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services)
    {
        SoleProcess alone = new();
        return services
            .AddSingleton<IStoreDialect, SqliteDialect>()
            .AddSingleton<GroupedWrites>()
            .AddSingleton<SqliteConnections>()
            .AddSingleton<TurnHeads>()
            .AddSingleton<ITurnTransactions, SqliteTurns>()
            .AddSingleton<IClaims>(alone)
            .AddSingleton<IPeers>(alone)
            .AddPooledDbContextFactory<BotDbContext>((provider, options) => SqliteMigrations
                .Use(options, ConnectionString(provider.GetRequiredService<DataDirectory>()))
                .AddInterceptors(new SqlitePragmas(), provider.GetRequiredService<DatabaseTelemetry>()));
    }

    /// <summary>Begins to open the store while the rest is put together: most of the start is spent on stores.</summary>
    public static void BeginPersistence(this WebApplication app) => app.Services.GetRequiredService<DatabaseMigrator>().Begin();

    private static string ConnectionString(DataDirectory directory) =>
        new SqliteConnectionStringBuilder { DataSource = directory.File(FileName), ForeignKeys = false }.ToString();
}
