using CardShop.Bot.Migrations.PostgreSql;
using CardShop.Bot.Telemetry;
using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace CardShop.Bot.Persistence.PostgreSql;

/// <summary>The store on a PostgreSQL server, which any number of processes may share.</summary>
internal static class PostgreSqlFeature
{
    /// <summary>A connection that fails is an exception as well, and is told once.</summary>
    private const LogLevel ToldByWhoeverAsked = LogLevel.Debug;

    public static IServiceCollection AddPostgreSql(this IServiceCollection services, string connectionString)
    {
        PostgreSqlConnections connections = new(connectionString);
        return services
            .AddSingleton(connections)
            .AddSingleton(_ => NpgsqlDataSource.Create(connections.Pooled))
            .AddSingleton<IStoreDialect, PostgreSqlDialect>()
            .AddSingleton<RowBatch>()
            .AddSingleton<ContextsOfTurns>()
            .AddSingleton<ITurnTransactions, RowLockedTurns>()
            .AddSingleton<IClaims, AdvisoryClaims>()
            .AddSingleton<NewsChannel>()
            .AddSingleton<IPeers>(services => services.GetRequiredService<NewsChannel>())
            .AddHostedService(services => services.GetRequiredService<NewsChannel>())
            .AddHostedService<NewsListener>()
            .AddPooledDbContextFactory<BotDbContext>((provider, options) => PostgreSqlMigrations
                .Use(options, provider.GetRequiredService<NpgsqlDataSource>())
                .TellTo(provider.GetRequiredService<DatabaseTelemetry>()));
    }

    /// <summary>Has a context tell what it asks and how long that takes.</summary>
    public static TBuilder TellTo<TBuilder>(this TBuilder options, DatabaseTelemetry telemetry)
        where TBuilder : DbContextOptionsBuilder
    {
        options.AddInterceptors(telemetry).ConfigureWarnings(warnings => warnings.Log((RelationalEventId.ConnectionError, ToldByWhoeverAsked)));
        return options;
    }
}
