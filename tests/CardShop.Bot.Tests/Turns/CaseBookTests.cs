using System.Text.RegularExpressions;
using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Tests.Turns;

public sealed class CaseBookOnSqliteTests() : CaseBookTests(StoreKind.Sqlite);

public sealed class CaseBookOnPostgreSqlTests() : CaseBookTests(StoreKind.PostgreSql);

public abstract partial class CaseBookTests(StoreKind store) : StoreTest(store)
{
    [Fact]
    public async Task Case_StandsWhereTheLastMessageSaysThatItStands()
    {
        await using var bot = await HarnessAsync();
        bot.Engine.Script = turn => Tells(View(turn.NewCaseNumber, Stage.Triage), View(turn.NewCaseNumber, Stage.WithHuman));

        await bot.SayAsync("人工", "a-1");

        var row = await bot.QueryAsync(context => context.Cases.SingleAsync());
        Assert.Matches(CaseNumber(), row.Number);
        Assert.Equal((Stage.WithHuman, bot.Clock.GetUtcNow()), (row.Stage, row.WaitingSince));
    }

    [Fact]
    public async Task CaseThatWaitsForAPerson_KeepsItsPlaceInTheQueue()
    {
        await using var bot = await HarnessAsync();
        bot.Engine.Script = _ => Tells(View(Orders.CaseNumber, Stage.WithHuman));
        await bot.SayAsync("人工", "a-1");
        var since = bot.Clock.GetUtcNow();

        bot.Clock.Advance(TimeSpan.FromMinutes(5));
        await bot.SayAsync("还在吗", "a-2");

        Assert.Equal(since, (await bot.QueryAsync(context => context.Cases.SingleAsync())).WaitingSince);
    }

    [Fact]
    public async Task CountChanges_CountsWhatTheShopCarriedOut_WithinADay()
    {
        await using var bot = await HarnessAsync();
        bot.Engine.Script = turn => turn.Incoming is CustomerSaid ? ScriptedEngine.Sends(Orders.Hold(), Orders.Cancel(1), Orders.Cancel(2)) : ScriptedEngine.Says("ok");
        await bot.SayAsync("好", "a-1");
        await bot.DrainAsync();

        Assert.Equal(new CountAnswer(2), await CountAsync("c-1"));
        Assert.Equal(new CountAnswer(0), await CountAsync("c-2"));

        bot.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(new CountAnswer(0), await CountAsync("c-1"));

        Task<ShopAnswer> CountAsync(string key) => bot.Get<IOwnBooks>().AskAsync(new CountChanges(key), TurnHarness.ConversationId, CancellationToken.None);
    }

    [Fact]
    public async Task GuestsChanges_CountForTheOrder()
    {
        await using var bot = await HarnessAsync(customerId: null);
        bot.Engine.Script = turn => turn.Incoming is CustomerSaid ? ScriptedEngine.Sends(Orders.Cancel()) : ScriptedEngine.Says("ok");
        await bot.SayAsync("好", "a-1");
        await bot.DrainAsync();

        Assert.Equal(["O-1"], await bot.QueryAsync(context => context.Changes.Select(row => row.Key).ToListAsync()));
    }

    [Fact]
    public async Task CaseNumberThatBelongsToAnother_TheTurnTakesTheNextOne()
    {
        await using var bot = await HarnessAsync();
        await bot.Runner.OpenAsync(new ConversationOpening("test:2", "test", "c-2", null), CancellationToken.None);
        bot.Engine.Script = _ => Tells(View(Orders.CaseNumber, Stage.Triage));
        await bot.SayAsync("hi", "a-1", "test:2");
        var offered = new List<string>();
        bot.Engine.Script = turn =>
        {
            offered.Add(turn.NewCaseNumber);
            return Tells(View(offered.Count == 1 ? Orders.CaseNumber : turn.NewCaseNumber, Stage.Triage));
        };

        var outcome = await bot.SayAsync("hi", "a-1");

        Assert.Equal(2, offered.Distinct().Count());
        Assert.Equal(offered[1], outcome.Entries[^1].Message!.Case!.Number);
    }

    [Fact]
    public async Task Shop_IsToldWhereACaseStands_OnceForEachMove()
    {
        await using var bot = await HarnessAsync();
        bot.Engine.Script = _ => Tells(View(Orders.CaseNumber, Stage.Confirming) with { Orders = [new CaseOrderView("O-1", CasePath.InstantCancel, null)] });

        await bot.SayAsync("1", "a-1");
        await bot.SayAsync("2", "a-2");
        await bot.DrainAsync();

        var told = Assert.Single(bot.Shop.Calls);
        Assert.StartsWith("""tell {"number":"CS-261122-7K3QF","orderNo":"O-1","stage":"confirming","updatedAt":""", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShopThatKeepsNoCases_IsNotToldForEver()
    {
        await using var bot = await HarnessAsync();
        bot.Shop.OnCase = CardShop.Bot.Shop.CaseNews.Unwanted;
        bot.Engine.Script = _ => Tells(View(Orders.CaseNumber, Stage.Confirming) with { Orders = [new CaseOrderView("O-1", null, null)] });

        await bot.SayAsync("1", "a-1");
        await bot.DrainAsync();

        Assert.Equal([OutboxState.Poisoned], await bot.QueryAsync(context => context.Outbox.Select(row => row.State).ToListAsync()));
    }

    private static CaseView View(string number, Stage stage) => new() { Number = number, Stage = stage, State = "test", Orders = [], Rules = [] };

    private static Decided Tells(params CaseView[] views) =>
        ScriptedEngine.Says("") with { Messages = [.. views.Select(view => ScriptedEngine.Message("ok") with { Case = view })] };

    [GeneratedRegex("^CS-261122-[34679ACDEFGHJKMNPQRTWXY]{5}$")]
    private static partial Regex CaseNumber();
}
