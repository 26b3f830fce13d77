using System.Globalization;
using CardShop.Bot.Migrations.PostgreSql;
using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CardShop.Testing;

/// <summary>Databases with the bot's store in them, each for one test: copies of one that was brought up to date once.</summary>
public static class PostgreSqlStores
{
    private const string Template = "up_to_date";

    private static readonly Lazy<Task<PostgreSqlServer>> Server = new(StartAsync);
    private static readonly SemaphoreSlim Copying = new(1);
    private static int _count;

    /// <summary>Makes one.</summary>
    /// <param name="isEmpty">Without any table yet.</param>
    public static async Task<PostgreSqlStore> CreateAsync(bool isEmpty = false)
    {
        var server = await Server.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"store_{Interlocked.Increment(ref _count)}");
        await Copying.WaitAsync();
        try
        {
            await server.CreateDatabaseAsync(name, isEmpty ? null : Template);
        }
        finally
        {
            Copying.Release();
        }

        return new PostgreSqlStore(server, name);
    }

    private static async Task<PostgreSqlServer> StartAsync()
    {
        var server = await PostgreSqlServer.StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        await server.CreateDatabaseAsync(Template);
        await using var database = NpgsqlDataSource.Create(server.ConnectionString(Template));
        await using BotDbContext context = new(PostgreSqlMigrations.Use(new DbContextOptionsBuilder<BotDbContext>(), database).Options);
        await context.Database.MigrateAsync();
        return server;
    }
}

/// <summary>A database of its own.</summary>
public sealed class PostgreSqlStore(PostgreSqlServer server, string name) : IAsyncDisposable
{
    /// <summary>How it is reached.</summary>
    public string ConnectionString => server.ConnectionString(name);

    /// <summary>Removes it.</summary>
    public async ValueTask DisposeAsync() => await server.DropDatabaseAsync(name);
}
