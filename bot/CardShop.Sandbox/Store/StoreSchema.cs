using Microsoft.EntityFrameworkCore;

namespace CardShop.Sandbox.Store;

/// <summary>Makes the shop's store, and brings it up to date.</summary>
internal sealed class StoreSchema(IDbContextFactory<SandboxDb> factory, SandboxSetup setup)
{
    public const string FileName = "sandbox.db";

    /// <summary>Whether the store has been opened before.</summary>
    public bool Exists => File.Exists(Path.Combine(setup.DataDirectory, FileName));

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(setup.DataDirectory);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            // EF Core guards a migration by a row, which a process killed in the middle leaves behind; the host's lock file says that nobody else is here.
            await db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }
    }
}
