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

    /// <summary>EF Core has several processes wait for each other; a killed one's transaction ends, and with it its lock.</summary>
    public async Task<IReadOnlyList<string>> BringUpToDateAsync(BotDbContext context, CancellationToken cancellationToken)
    {
        var missing = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (missing.Count > 0)
        {
            await context.Database.MigrateAsync(cancellationToken);
        }

        return missing;
    }

    public async Task<bool> IsUpToDateAsync(BotDbContext context, CancellationToken cancellationToken) =>
        !(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any();

    /// <summary>What the driver told: EF Core wraps it, in one way when saving and in another when reading.</summary>
    private static NpgsqlException? Told(Exception? failure) => failure is null or NpgsqlException ? failure as NpgsqlException : Told(failure.InnerException);

    private static bool IsRefusal(string state) =>
        state.StartsWith(Unauthorized, StringComparison.Ordinal) || state is PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InsufficientPrivilege;
}
