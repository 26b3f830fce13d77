using CardShop.Sandbox.Store;
using CardShop.Sandbox.Tests.Hosting;
using CardShop.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Sandbox.Tests.Store;

public sealed class StoreTests
{
    [Fact]
    public async Task Migrations_AreUpToDateWithTheModel()
    {
        await using var host = await ShopHost.StartAsync();
        await using var db = await host.OpenAsync();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task CompiledModel_IsTheModelAsItIs()
    {
        await using var host = await ShopHost.StartAsync();
        await using var db = await host.OpenAsync();
        Assert.Equal(ModelShape.Of(db.GetService<IDesignTimeModel>().Model), ModelShape.Of(db.Model));
    }

    [Fact]
    public async Task NewStore_IsWhatTheMigrationsMake()
    {
        await using var host = await ShopHost.StartAsync();
        await using var db = await host.OpenAsync();
        await using var migrated = new SandboxDb(new DbContextOptionsBuilder<SandboxDb>().UseSqlite("Data Source=:memory:").Options);
        await migrated.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            await SqliteSchema.MigratedAsync(migrated, TestContext.Current.CancellationToken), await SqliteSchema.OfAsync(db, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("PRAGMA journal_mode", "wal")]
    [InlineData("PRAGMA synchronous", "2")]
    public async Task Store_WritesThroughToTheDisk(string pragma, string value)
    {
        await using var host = await ShopHost.StartAsync();
        await using var db = await host.OpenAsync();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;
        Assert.Equal(value, (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!.ToString());
    }

    [Fact]
    public async Task FailedWrite_LeavesNothingBehind_AndTheNextOneGoesOn()
    {
        await using var host = await ShopHost.StartAsync();
        var books = host.Services.GetRequiredService<Books>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => books.WriteAsync(
            async (db, token) =>
            {
                db.Notices.Add(ANotice());
                await db.SaveChangesAsync(token);
                throw new InvalidOperationException("half way");
            },
            TestContext.Current.CancellationToken));
        await books.WriteAsync((db, _) => Task.FromResult(db.Notices.Add(ANotice())), TestContext.Current.CancellationToken);
        Assert.Equal(1, await books.ReadAsync((db, token) => db.Notices.CountAsync(token), TestContext.Current.CancellationToken));
    }

    private static Notice ANotice() => new() { CustomerId = "c-1", CaseNumber = "CS-1", Text = "x", Locale = "en", At = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero) };
}
