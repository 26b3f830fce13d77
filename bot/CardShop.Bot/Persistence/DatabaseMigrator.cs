using CardShop.Bot.Hosting;
using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Persistence;

/// <summary>Brings the database up to date, before anything else starts.</summary>
internal sealed partial class DatabaseMigrator : IHostedLifecycleService
{
    private readonly IDbContextFactory<BotDbContext> _contexts;
    private readonly IStoreDialect _dialect;
    private readonly ILogger<DatabaseMigrator> _logger;
    private readonly Lazy<Task> _opening;

    public DatabaseMigrator(IDbContextFactory<BotDbContext> contexts, IStoreDialect dialect, ILogger<DatabaseMigrator> logger)
    {
        (_contexts, _dialect, _logger) = (contexts, dialect, logger);

        // SQLite works on the calling thread even where it is asked asynchronously.
        _opening = new(() => Task.Run(() => MigrateAsync(CancellationToken.None)));
    }

    /// <summary>Begins on a thread of its own, ahead of the host's start, which waits for it.</summary>
    public void Begin() => _ = _opening.Value;

    /// <summary>Applies what is missing; costs next to nothing when nothing is.</summary>
    /// <returns>The names of the migrations that were missing.</returns>
    /// <exception cref="SettingException">The store can't be used as it is configured.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ApplyMissingAsync(cancellationToken);
        }
        catch (Exception failure) when (_dialect.WhyUnusable(failure) is { } reason)
        {
            throw new SettingException($"{DatabaseOptions.Section}:{nameof(DatabaseOptions.ConnectionString)}", $"{reason}; correct it, or mend the server");
        }
    }

    Task IHostedLifecycleService.StartingAsync(CancellationToken cancellationToken) => _opening.Value.WaitAsync(cancellationToken);

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<IReadOnlyList<string>> ApplyMissingAsync(CancellationToken cancellationToken)
    {
        await using var context = await _contexts.CreateDbContextAsync(cancellationToken);
        var missing = await _dialect.BringUpToDateAsync(context, cancellationToken);
        if (missing.Count > 0)
        {
            LogMigrated(missing.Count, missing[^1]);
        }

        return missing;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The database was brought up to date: {Count} migrations, the last one {Last}")]
    private partial void LogMigrated(int count, string last);
}
