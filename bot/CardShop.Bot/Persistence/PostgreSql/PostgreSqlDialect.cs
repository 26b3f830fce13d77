using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace CardShop.Bot.Persistence.PostgreSql;

/// <inheritdoc />
internal sealed class PostgreSqlDialect : IStoreDialect
{
    /// <summary>Its name in what is measured.</summary>
    public const string System = "postgresql";

    /// <summary>Class 28 of the SQLSTATE codes: invalid authorization.</summary>
    private const string Unauthorized = "28";

    /// <summary>The advisory lock of whoever migrates: "migrate" in ASCII, far from the hashes that name other claims only by chance.</summary>
    private const long MigrationLock = 0x6D696772617465;

    /// <summary>How long one migration may take, and how long the others wait for it.</summary>
    private static readonly TimeSpan MigratesWithin = TimeSpan.FromMinutes(10);

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

    /// <summary>One process at a time: EF Core's own lock is let go after each migration, so that two of them would both begin the next.</summary>
    public async Task<IReadOnlyList<string>> BringUpToDateAsync(BotDbContext context, CancellationToken cancellationToken)
    {
        var creator = context.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken))
        {
            await creator.CreateAsync(cancellationToken);
        }

        context.Database.SetCommandTimeout(MigratesWithin);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellationToken);
        try
        {
            var missing = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
            if (missing.Count > 0)
            {
                await context.Database.MigrateAsync(cancellationToken);
            }

            return missing;
        }
        finally
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
        }
    }

    public async Task<bool> IsUpToDateAsync(BotDbContext context, CancellationToken cancellationToken) =>
        !(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any();

    /// <summary>What the driver told: EF Core wraps it, in one way when saving and in another when reading.</summary>
    private static NpgsqlException? Told(Exception? failure) => failure is null or NpgsqlException ? failure as NpgsqlException : Told(failure.InnerException);

    private static bool IsRefusal(string state) =>
        state.StartsWith(Unauthorized, StringComparison.Ordinal) || state is PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InsufficientPrivilege;
}
