using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Shop;
using CardShop.Persistence.Cases;

namespace CardShop.Bot.Tests.Turns;

/// <summary>The shop's own odds are counted from closed cases that began alike, by product where there are enough (rules P1, R4).</summary>
public sealed class SqliteOddsBookTests() : OddsBookTests(StoreKind.Sqlite);

/// <inheritdoc cref="SqliteOddsBookTests" />
public sealed class PostgreSqlOddsBookTests() : OddsBookTests(StoreKind.PostgreSql);

/// <inheritdoc cref="SqliteOddsBookTests" />
public abstract class OddsBookTests(StoreKind store) : StoreTest(store)
{
    [Fact]
    public async Task CasesOfTheProduct_AreCountedAlone_WhereThereAreEnough()
    {
        await using var bot = await HarnessAsync();
        await AddAsync(bot, 25, Odds.AboveNinety, "Q币", Outcome.Cancelled);
        await AddAsync(bot, 6, Odds.AboveNinety, "Q币", Outcome.Refused);
        await AddAsync(bot, 10, Odds.AboveNinety, "话费", Outcome.Modified);

        Assert.Equal(new RecoveredAnswer(31, 25, "Q币"), await AskAsync(bot, Odds.AboveNinety, "Q币"));
        Assert.Equal(new RecoveredAnswer(41, 35, null), await AskAsync(bot, Odds.AboveNinety, "话费"));
    }

    [Fact]
    public async Task CasesThatTellNothingOfTheOdds_DoNotCount()
    {
        await using var bot = await HarnessAsync();
        await AddAsync(bot, 3, Odds.AboutSeventy, "Q币", Outcome.Withdrawn);
        await AddAsync(bot, 3, Odds.AboutSeventy, "Q币", Outcome.NothingLost);
        await AddAsync(bot, 3, Odds.AboutSeventy, "Q币", null);
        await AddAsync(bot, 3, Odds.AboveNinety, "Q币", Outcome.Cancelled);
        await AddAsync(bot, 3, Odds.AboutSeventy, "Q币", Outcome.Refunded, TimeSpan.FromDays(91));
        await AddAsync(bot, 1, Odds.AboutSeventy, "Q币", Outcome.Refunded);

        Assert.Equal(new RecoveredAnswer(1, 1, null), await AskAsync(bot, Odds.AboutSeventy, "Q币"));
    }

    [Fact]
    public async Task Count_IsKeptForAWhile()
    {
        await using var bot = await HarnessAsync();
        await AddAsync(bot, 1, Odds.Hard, "Q币", Outcome.LegalGuidance);
        Assert.Equal(1, (await AskAsync(bot, Odds.Hard, "Q币")).Closed);
        await AddAsync(bot, 1, Odds.Hard, "Q币", Outcome.ReturnedByRecipient);

        Assert.Equal(1, (await AskAsync(bot, Odds.Hard, "Q币")).Closed);
        bot.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(new RecoveredAnswer(2, 1, null), await AskAsync(bot, Odds.Hard, "Q币"));
    }

    private static async Task<RecoveredAnswer> AskAsync(TurnHarness bot, Odds odds, string product) =>
        Assert.IsType<RecoveredAnswer>(await bot.Get<IOwnBooks>().AskAsync(new CountRecovered(odds, product), "test:9", CancellationToken.None));

    private static Task<int> AddAsync(TurnHarness bot, int count, Odds odds, string product, Outcome? outcome, TimeSpan age = default) => bot.QueryAsync(async context =>
    {
        for (var at = 0; at < count; at++)
        {
            var row = new CaseRow { Number = $"CS-{Guid.NewGuid():N}"[..20], ConversationId = "test:1", OpenedAt = bot.Clock.GetUtcNow() - age };
            row.Begin(odds, product);
            row.Move("KM1", outcome is null ? Stage.Evidence : Stage.Closed, null, outcome, bot.Clock.GetUtcNow() - age);
            context.Cases.Add(row);
        }

        return await context.SaveChangesAsync();
    });
}
