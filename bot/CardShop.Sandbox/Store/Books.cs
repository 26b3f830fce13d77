using Microsoft.EntityFrameworkCore;

namespace CardShop.Sandbox.Store;

/// <summary>
/// The way to the shop's books. Many may read; one writes at a time, and each write is one transaction that takes SQLite's write lock before it reads
/// (BEGIN IMMEDIATE), so that nothing can change between reading and writing.
/// </summary>
internal sealed class Books(IDbContextFactory<SandboxDb> factory) : IDisposable
{
    // SQLite lets a second writer wait by blocking its thread; waiting here costs none.
    private readonly SemaphoreSlim _pen = new(1, 1);

    public async Task<T> ReadAsync<T>(Func<SandboxDb, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(db, cancellationToken);
    }

    public async Task<T> WriteAsync<T>(Func<SandboxDb, CancellationToken, Task<T>> write, CancellationToken cancellationToken)
    {
        await _pen.WaitAsync(cancellationToken);
        try
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var result = await write(db, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            _pen.Release();
        }
    }

    public Task WriteAsync(Func<SandboxDb, CancellationToken, Task> write, CancellationToken cancellationToken) =>
        WriteAsync(
            async (db, token) =>
            {
                await write(db, token);
                return true;
            },
            cancellationToken);

    public void Dispose() => _pen.Dispose();
}
