using CardShop.Bot.Migrations.Sqlite;
using CardShop.Persistence;
using CardShop.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Persistence.Sqlite;

/// <inheritdoc />
internal sealed class SqliteDialect : IStoreDialect
{
    /// <summary>Its name in what is measured.</summary>
    public const string System = "sqlite";

    private const int Busy = 5;
    private const int Locked = 6;
    private const int Constraint = 19;

    private readonly StoreSchema _schema = new(typeof(SqliteMigrations).Assembly);

    public bool IsPassing(Exception failure) => failure switch
    {
        DbUpdateConcurrencyException or WriteGroupLostException => true,
        DbUpdateException { InnerException: SqliteException inner } => inner.SqliteErrorCode is Busy or Locked or Constraint,
        SqliteException sqlite => sqlite.SqliteErrorCode is Busy or Locked,
        _ => false,
    };

    public string? WhyUnusable(Exception failure) => null;

    /// <summary>The lock file says that nobody else is here.</summary>
    public Task<IReadOnlyList<string>> BringUpToDateAsync(BotDbContext context, CancellationToken cancellationToken) =>
        _schema.BringUpToDateAsync(context, cancellationToken);

    public Task<bool> IsUpToDateAsync(BotDbContext context, CancellationToken cancellationToken) => _schema.IsUpToDateAsync(context, cancellationToken);
}
