using CardShop.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Sandbox.Store;

/// <summary>Makes the shop's store, and brings it up to date. The host's lock file says that nobody else is here.</summary>
internal sealed class ShopStore(IDbContextFactory<SandboxDb> factory, SandboxSetup setup)
{
    public const string FileName = "sandbox.db";

    private readonly StoreSchema _schema = new(typeof(ShopStore).Assembly);

    /// <summary>Whether the store has been opened before.</summary>
    public bool Exists => File.Exists(Path.Combine(setup.DataDirectory, FileName));

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(setup.DataDirectory);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await _schema.BringUpToDateAsync(db, cancellationToken);
    }
}
