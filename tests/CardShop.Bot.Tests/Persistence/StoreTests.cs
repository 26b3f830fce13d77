using System.Data.Common;
using System.Text.Json.Nodes;
using CardShop.Bot.Migrations.Sqlite;
using CardShop.Bot.Persistence;
using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.Persistence.Cases;
using CardShop.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CardShop.Bot.Tests.Persistence;

public sealed class StoreOnSqliteTests() : StoreTests(StoreKind.Sqlite)
{
    [Fact]
    public async Task LockOfAMigrationThatWasKilled_DoesNotStopTheNextOne()
    {
        await using var bot = await HarnessAsync(before: async directory =>
        {
            await using var connection = new SqliteConnection($"Data Source={directory.File("bot.db")}");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText =
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-22');
                """;
            await command.ExecuteNonQueryAsync();
        });

        Assert.Empty(await bot.Get<DatabaseMigrator>().MigrateAsync(CancellationToken.None));
    }

    [Fact]
    public async Task NewStore_IsWhatTheMigrationsMake()
    {
        await using var bot = await HarnessAsync();
        await using var migrated = new BotDbContext(SqliteMigrations.Use(new DbContextOptionsBuilder<BotDbContext>(), "Data Source=:memory:").Options);
        await migrated.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            await SqliteSchema.MigratedAsync(migrated, TestContext.Current.CancellationToken),
            await bot.QueryAsync(context => SqliteSchema.OfAsync(context, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Store_KeepsWhatItHasSaved_ThroughAPowerCut()
    {
        await using var bot = await HarnessAsync();

        var settings = await bot.QueryAsync(async context =>
        {
            await context.Database.OpenConnectionAsync();
            return (
                await context.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(),
                await context.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync());
        });

        Assert.Equal(("wal", 2), settings);
    }
}

public sealed class StoreOnPostgreSqlTests() : StoreTests(StoreKind.PostgreSql);

public abstract class StoreTests(StoreKind store) : StoreTest(store)
{
    [Fact]
    public async Task Migrations_HaveTheModelAsItIs()
    {
        await using var bot = await HarnessAsync();

        Assert.False(await bot.QueryAsync(context => Task.FromResult(context.Database.HasPendingModelChanges())));
    }

    [Fact]
    public async Task CompiledModel_IsTheModelAsItIs()
    {
        await using var bot = await HarnessAsync();

        var (compiled, asItIs) = await bot.QueryAsync(context => Task.FromResult((ModelShape.Of(context.Model), ModelShape.Of(context.GetService<IDesignTimeModel>().Model))));

        Assert.Equal(asItIs, compiled);
    }

    [Fact]
    public async Task Migrating_AnUpToDateStore_AppliesNothing()
    {
        await using var bot = await HarnessAsync();

        Assert.Empty(await bot.Get<DatabaseMigrator>().MigrateAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("UPDATE case_events SET \"Data\" = ''")]
    [InlineData("DELETE FROM case_events")]
    public async Task AuditRecord_CanNotBeChanged(string change)
    {
        await using var bot = await HarnessAsync();
        bot.Engine.Script = _ => ScriptedEngine.Sends(Orders.Cancel());
        await bot.SayAsync("好", "a-1");

        var refusal = await Assert.ThrowsAnyAsync<DbException>(() => bot.QueryAsync(context => context.Database.ExecuteSqlRawAsync(change)));

        Assert.Contains("append-only", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AuditRecord_HasEachCommandAndItsResult_WithoutPersonalData()
    {
        await using var bot = await HarnessAsync();
        var modify = new CardShop.Dialogs.Shop.ModifyOrder
        {
            Key = $"{Orders.CaseNumber}.modify.1",
            OrderNo = "O-1",
            CaseNumber = Orders.CaseNumber,
            ExpectedVersion = 7,
            Changes = new CardShop.Dialogs.Shop.OrderChanges(Phone: "13800138000"),
        };
        bot.Engine.Script = turn => turn.Incoming is CustomerSaid ? ScriptedEngine.Sends(modify) : ScriptedEngine.Says("ok");

        await bot.SayAsync("好", "a-1");
        await bot.DrainAsync();

        var rows = await bot.QueryAsync(context => context.CaseEvents.OrderBy(row => row.Id).ToListAsync());
        Assert.Equal(["CommandOrdered", "CommandAnswered"], rows.Select(row => row.Kind));
        Assert.All(rows, row => Assert.Equal(Orders.CaseNumber, row.CaseNumber));
        Assert.DoesNotContain(rows, row => row.Data.Contains("13800138000", StringComparison.Ordinal));
    }

    /// <summary>PostgreSQL takes neither of them in a text: they are stored as JSON, which has a form for both.</summary>
    [Fact]
    public async Task CharactersThatNobodyTypes_AreNoFault()
    {
        await using var bot = await HarnessAsync();
        const string odd = "a\0b\ud83d";
        bot.Engine.Script = _ => ScriptedEngine.Says(odd);
        var echo = new JsonObject { ["text"] = odd }.ToJsonString();

        await bot.Runner.RunAsync(new InboundTurn(TurnHarness.ConversationId, "a-1", new CustomerSaid(odd), echo), CancellationToken.None);

        Assert.Equal(["a\0b\ufffd"], await bot.WordsAsync());
    }

    [Fact]
    public async Task Moments_AreOrderedByTheDatabase()
    {
        await using var bot = await HarnessAsync();
        var noon = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(8));
        await bot.QueryAsync(async context =>
        {
            context.Changes.AddRange(
                new ChangeRow { CommandKey = "later", Key = "c", CaseNumber = "n", At = noon.ToUniversalTime().AddTicks(1) },
                new ChangeRow { CommandKey = "sooner", Key = "c", CaseNumber = "n", At = noon });
            return await context.SaveChangesAsync();
        });

        var rows = await bot.QueryAsync(context => context.Changes.OrderBy(row => row.At).ToListAsync());

        Assert.Equal(["sooner", "later"], rows.Select(row => row.CommandKey));
        Assert.Equal(noon, rows[0].At);
    }
}
