using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Persistence;

/// <summary>Brings the database up to date, before anything else starts.</summary>
internal sealed partial class DatabaseMigrator : IHostedLifecycleService
{
    private readonly IDbContextFactory<BotDbContext> _contexts;
    private readonly ILogger<DatabaseMigrator> _logger;
    private readonly Lazy<Task> _opening;

    public DatabaseMigrator(IDbContextFactory<BotDbContext> contexts, ILogger<DatabaseMigrator> logger)
    {
        (_contexts, _logger) = (contexts, logger);

        // SQLite works on the calling thread even where it is asked asynchronously.
        _opening = new(() => Task.Run(() => MigrateAsync(CancellationToken.None)));
    }

    /// <summary>Begins on a thread of its own, ahead of the host's start, which waits for it.</summary>
    public void Begin() => _ = _opening.Value;

    /// <summary>Applies what is missing; costs next to nothing when nothing is.</summary>
    /// <returns>The names of the migrations applied.</returns>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        var missing = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (missing.Count > 0)
        {
            // EF Core guards a migration by a row, which a process killed in the middle leaves behind. The lock file of the data directory says that nobody
            // else is here.
            await context.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
            LogMigrated(missing.Count, missing[^1]);
        }

        return missing;
    }

    Task IHostedLifecycleService.StartingAsync(CancellationToken cancellationToken) => _opening.Value.WaitAsync(cancellationToken);

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "The database was brought up to date: {Count} migrations, the last one {Last}")]
    private partial void LogMigrated(int count, string last);
}
