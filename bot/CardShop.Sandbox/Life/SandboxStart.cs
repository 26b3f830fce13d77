using CardShop.Sandbox.Demo;
using CardShop.Sandbox.Orders;
using CardShop.Sandbox.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace CardShop.Sandbox.Life;

/// <summary>Opens the shop before anybody else starts: books up to date, clock where it was, demo orders on the first day.</summary>
internal sealed class SandboxStart : IHostedLifecycleService
{
    private readonly ShopStore _store;
    private readonly Books _books;
    private readonly SandboxSetup _setup;
    private readonly SandboxClock _clock;
    private readonly OrderMaker _maker;
    private readonly OrderLife _life;
    private readonly Lazy<Task> _opening;

    public SandboxStart(ShopStore store, Books books, SandboxSetup setup, SandboxClock clock, OrderMaker maker, OrderLife life)
    {
        (_store, _books, _setup, _clock, _maker, _life) = (store, books, setup, clock, maker, life);

        // SQLite works on the calling thread even where it is asked asynchronously.
        _opening = new(() => Task.Run(() => OpenAsync(CancellationToken.None)));
    }

    /// <summary>Begins on a thread of its own, ahead of the host's start, which waits for it.</summary>
    public void Begin() => _ = _opening.Value;

    public Task StartingAsync(CancellationToken cancellationToken) => _opening.Value.WaitAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        // Made while the schema is: on later days nobody looks at it.
        var demo = _setup.SeedDemoOrders && !_store.Exists ? Task.Run(DemoFiles.Orders, cancellationToken) : null;
        await _store.MigrateAsync(cancellationToken);
        _clock.MoveTo((await _books.ReadAsync((db, token) => db.Days.SingleOrDefaultAsync(token), cancellationToken))?.ClockOffset ?? TimeSpan.Zero);
        if (_setup.SeedDemoOrders)
        {
            await _books.WriteAsync((db, token) => SeedAsync(db, demo, token), cancellationToken);
        }

        await _life.RunDueAsync(cancellationToken);
    }

    private async Task SeedAsync(SandboxDb db, Task<IReadOnlyList<DemoOrder>>? demo, CancellationToken cancellationToken)
    {
        var day = await db.DayAsync(cancellationToken);
        if (day.DemoSeeded)
        {
            return;
        }

        db.Orders.AddRange(DemoSeed.Make(demo is null ? DemoFiles.Orders() : await demo, _maker, _clock.GetUtcNow()));
        day.DemoSeeded = true;
    }
}
