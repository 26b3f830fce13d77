using CardShop.Bot.Hosting;
using CardShop.Bot.Persistence;
using CardShop.Persistence;
using CardShop.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Bot.Tests.Processes;

public sealed class MigratingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProcessesThatMigrateAtOnce_AllFindTheStoreUpToDate()
    {
        await using var store = await PostgreSqlStores.CreateAsync(isEmpty: true);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MigrateAsync(store.ConnectionString))));

        await using var services = Services(store.ConnectionString);
        await using var context = await services.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Token));
        Assert.NotEmpty(await context.Database.GetAppliedMigrationsAsync(Token));
    }

    [Theory]
    [InlineData("Host=/nowhere;Database=d;Username=u", "Database:ConnectionString: the server can't be reached (")]
    [InlineData(null, "Database:ConnectionString: the server refuses (")]
    public async Task ServerThatDoesNotLetIn_IsToldByTheSetting(string? connectionString, string told)
    {
        await using var store = await PostgreSqlStores.CreateAsync(isEmpty: true);

        var wrong = await Assert.ThrowsAsync<SettingException>(() => MigrateAsync(connectionString ?? store.ConnectionString.Replace("=postgres", "=nobody", StringComparison.Ordinal)));

        Assert.StartsWith(told, wrong.Message, StringComparison.Ordinal);
    }

    private static async Task MigrateAsync(string connectionString)
    {
        await using var services = Services(connectionString);
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
    }

    private static ServiceProvider Services(string connectionString)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "postgresql",
            ["Database:ConnectionString"] = connectionString,
        });
        return new ServiceCollection().AddLogging().AddPersistence(configuration.Build()).BuildServiceProvider();
    }
}
