using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CardShop.Bot.Persistence.PostgreSql;

/// <inheritdoc />
internal sealed class PostgreSqlDialect : IStoreDialect
{
    /// <summary>Class 28 of the SQLSTATE codes: invalid authorization.</summary>
    private const string Unauthorized = "28";

    public bool IsPassing(Exception failure) => failure switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: NpgsqlException inner } => IsPassing(inner),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        NpgsqlException npgsql => npgsql.IsTransient,
        _ => false,
    };

    public string? WhyUnusable(Exception failure) => failure switch
    {
        PostgresException refusal when IsRefusal(refusal.SqlState) => $"the server refuses ({refusal.MessageText.TrimEnd('.')})",
        PostgresException => null,
        NpgsqlException unreachable => $"the server can't be reached ({unreachable.Message.TrimEnd('.')})",
        _ => null,
    };

    /// <summary>PostgreSQL ends a killed process's transaction, and with it the lock.</summary>
    public Task ClearMigrationLockAsync(BotDbContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsRefusal(string state) =>
        state.StartsWith(Unauthorized, StringComparison.Ordinal) || state is PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InsufficientPrivilege;
}
