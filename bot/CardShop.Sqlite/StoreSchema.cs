using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CardShop.Sqlite;

/// <summary>
/// Brings a store to the schema that an assembly's migrations come to. A new store is written at once, by a script that stands beside them
/// (<c>Migrations/Schema.sql</c>), and one that is up to date is known by one query: EF Core's migrator, which takes a good part of a start to be compiled, is
/// left to stores that are behind.
/// </summary>
/// <param name="migrations">The assembly that holds migrations and script. A test holds the one to the other.</param>
public sealed class StoreSchema(Assembly migrations)
{
    private const string Script = "Schema.sql";

    private readonly string[] _names =
    [
        .. migrations.GetTypes()
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Applies what is missing. Nobody else may have the store open.</summary>
    /// <returns>The names of the migrations that were missing, oldest first.</returns>
    public async Task<IReadOnlyList<string>> BringUpToDateAsync(DbContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        await using var opened = await OpenedConnection.OfAsync(context, cancellationToken);
        var connection = context.Database.GetDbConnection();
        if (!await HoldsAsync(connection, "SELECT 1 FROM sqlite_master", cancellationToken))
        {
            await CreateAsync(connection, cancellationToken);
            return _names;
        }

        if (await IsUpToDateAsync(context, cancellationToken))
        {
            return [];
        }

        var missing = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();

        // EF Core guards a migration by a row, which a process killed in the middle leaves behind.
        await context.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        return missing;
    }

    /// <summary>Whether the newest migration has been applied.</summary>
    public async Task<bool> IsUpToDateAsync(DbContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        await using var opened = await OpenedConnection.OfAsync(context, cancellationToken);
        var connection = context.Database.GetDbConnection();
        return await HoldsAsync(connection, "SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsHistory'", cancellationToken)
            && await HoldsAsync(connection, $"SELECT 1 FROM __EFMigrationsHistory WHERE MigrationId = '{_names[^1]}'", cancellationToken);
    }

    private static async Task<bool> HoldsAsync(DbConnection connection, string query, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query + " LIMIT 1";
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private async Task CreateAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var script = migrations.GetManifestResourceStream(Script) ?? throw new InvalidOperationException($"{migrations.GetName().Name} holds no {Script}.");
        using var reader = new StreamReader(script);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = await reader.ReadToEndAsync(cancellationToken);
        await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
