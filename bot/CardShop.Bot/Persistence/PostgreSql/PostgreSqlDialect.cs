using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CardShop.Bot.Persistence.PostgreSql;

/// <inheritdoc />
internal sealed class PostgreSqlDialect : IStoreDialect
{
    /// <summary>Class 28 of the SQLSTATE codes: invalid authorization.</summary>
    private const string Unauthorized = "28";

    public bool IsPassing(Exception failure) => failure is DbUpdateConcurrencyException || Told(failure) switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        { } told => told.IsTransient,
        null => false,
    };

    public string? WhyUnusable(Exception failure) => Told(failure) switch
    {
        PostgresException refusal when IsRefusal(refusal.SqlState) => $"the server refuses ({refusal.MessageText.TrimEnd('.')})",
        PostgresException or null => null,
        var unreachable => $"the server can't be reached ({unreachable.Message.TrimEnd('.')})",
    };

    /// <summary>PostgreSQL ends a killed process's transaction, and with it the lock.</summary>
    public Task ClearMigrationLockAsync(BotDbContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What the driver told: EF Core wraps it, in one way when saving and in another when reading.</summary>
    private static NpgsqlException? Told(Exception? failure) => failure is null or NpgsqlException ? failure as NpgsqlException : Told(failure.InnerException);

    private static bool IsRefusal(string state) =>
        state.StartsWith(Unauthorized, StringComparison.Ordinal) || state is PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InsufficientPrivilege;
}
