using CardShop.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Persistence;

/// <inheritdoc />
internal sealed class SqliteDialect : IStoreDialect
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Constraint = 19;

    public bool IsPassing(Exception failure) => failure switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: SqliteException inner } => inner.SqliteErrorCode is Busy or Locked or Constraint,
        SqliteException sqlite => sqlite.SqliteErrorCode is Busy or Locked,
        _ => false,
    };

    public string? WhyUnusable(Exception failure) => null;

    /// <summary>EF Core guards a migration by a row, which a process killed in the middle leaves behind. The lock file says that nobody else is here.</summary>
    public Task ClearMigrationLockAsync(BotDbContext context, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
}
