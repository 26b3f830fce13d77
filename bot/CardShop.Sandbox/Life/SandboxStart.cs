using CardShop.Sandbox.Demo;
using CardShop.Sandbox.Orders;
using CardShop.Sandbox.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace CardShop.Sandbox.Life;

/// <summary>Opens the shop before anybody else starts: books up to date, clock where it was, demo orders on the first day.</summary>
internal sealed class SandboxStart(
    IDbContextFactory<SandboxDb> factory, Books books, SandboxSetup setup, SandboxClock clock, OrderMaker maker, OrderLife life) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await MigrateAsync(cancellationToken);
        clock.MoveTo((await books.ReadAsync((db, token) => db.Days.SingleOrDefaultAsync(token), cancellationToken))?.ClockOffset ?? TimeSpan.Zero);
        if (setup.SeedDemoOrders)
        {
            await books.WriteAsync(SeedAsync, cancellationToken);
        }

        await life.RunDueAsync(cancellationToken);
    }

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

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SeedAsync(SandboxDb db, CancellationToken cancellationToken)
    {
        var day = await db.DayAsync(cancellationToken);
        if (day.DemoSeeded)
        {
            return;
        }

        var now = clock.GetUtcNow();
        db.Orders.AddRange(DemoSeed.Make(DemoFiles.Orders(), maker, now));
        day.DemoSeeded = true;
    }
}
