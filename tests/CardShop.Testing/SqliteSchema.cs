using Microsoft.EntityFrameworkCore;

namespace CardShop.Testing;

/// <summary>What a SQLite store consists of, so that one that a script has written can be compared with one that migrations have made.</summary>
public static class SqliteSchema
{
    private const string Parts =
        """
        SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS Value FROM sqlite_master
        UNION ALL SELECT 'applied ' || MigrationId FROM __EFMigrationsHistory
        """;

    /// <summary>One line for each table, index, trigger, and migration applied.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(DbContext store, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var parts = await store.Database.SqlQueryRaw<string>(Parts).ToListAsync(cancellationToken);
        return [.. parts.Where(part => !part.Contains("__EFMigrationsLock", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The same of a fresh store that the migrations make one by one.</summary>
    /// <param name="over">A context on a new, empty file of its own.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<IReadOnlyList<string>> MigratedAsync(DbContext over, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(over);
        await over.Database.MigrateAsync(cancellationToken);
        return await OfAsync(over, cancellationToken);
    }
}
