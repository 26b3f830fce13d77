using CardShop.Bot.Tests.Fakes;
using CardShop.Desk.Services;
using CardShop.Dialogs.Cases;
using static CardShop.Bot.Tests.Desk.DeskHarness;

namespace CardShop.Bot.Tests.Desk;

public sealed class PastCaseOnSqliteTests() : PastCaseTests(StoreKind.Sqlite);

public sealed class PastCaseOnPostgreSqlTests() : PastCaseTests(StoreKind.PostgreSql);

/// <summary>Cases whose conversation deals with another one by now.</summary>
public abstract class PastCaseTests(StoreKind store) : DeskTest(store)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CaseThatTheConversationHasLeftBehind_IsShownFromTheRecord_AndNothingCanBeDoneWithIt()
    {
        await using var house = await StartAsync();
        var first = await house.CallWithOrderAsync();
        await house.Desk<IDeskDecisions>().CloseAsync(Li, first, Outcome.NothingLost, null, Token);
        var second = await NextAsync(house, first);

        var past = (await house.Desk<IDeskCase>().ReadAsync(Li, first, refresh: false, Token))!;

        Assert.True(past.IsPast);
        Assert.Equal((Stage.Closed, Outcome.NothingLost, QueueKind.Ended), (past.Stage, past.Item.Outcome, past.Item.Kind));
        Assert.Contains(new KnownFact("order", OrderNo, FactSource.Shop), past.Facts);
        Assert.Contains("CaseClosed", past.Timeline.Select(entry => entry.Kind));
        Assert.Empty(past.Options.Closings);
        Assert.Contains(past.OtherCases, other => other.CaseNumber == second);
        var now = (await house.Desk<IDeskCase>().ReadAsync(Li, second, refresh: false, Token))!;
        Assert.False(now.IsPast);
        Assert.Equal((Stage.Closed, Outcome.NothingLost), Assert.Single(now.OtherCases) is var other ? (other.Stage, other.Outcome) : default);
        Assert.NotEmpty(await house.Desk<IDeskConversation>().ReadAsync(Li, first, 0, 100, Token));
    }

    [Fact]
    public async Task ParkedCase_IsShownWhole_AndCanBeTaken()
    {
        await using var house = await StartAsync();
        await house.SayAsync("账号填错了，要撤单退款", "m-1");
        await house.SayAsync(OrderNo, "m-2");
        await house.SayAsync("就这些了", "m-3");
        await house.SayAsync("确认提交", "m-4");
        var first = await house.QueryAsync(context => Task.FromResult(context.DeskCases.Single().CaseNumber));
        await house.SayAsync("我还有一单重复下单了", "m-5");
        var second = await NextAsync(house, first);

        var parked = (await house.Desk<IDeskCase>().ReadAsync(Li, first, refresh: false, Token))!;

        Assert.False(parked.IsPast);
        Assert.Equal((Stage.UnderReview, OrderNo), (parked.Stage, parked.Order?.OrderNo));
        Assert.True(parked.Options.CanRefuse);
        Assert.Equal(Stage.UnderReview, Assert.Single((await house.Desk<IDeskCase>().ReadAsync(Li, second, refresh: false, Token))!.OtherCases).Stage);
        Assert.True((await house.Desk<IDeskBoard>().ClaimAsync(Li, first, Token)).IsDone);
        Assert.Equal("小李", (await house.Desk<IDeskCase>().ReadAsync(Li, first, refresh: false, Token))!.Item.HolderName);
    }

    /// <summary>The case that the conversation has come to.</summary>
    private static async Task<string> NextAsync(TurnHarness house, string before)
    {
        await house.SayAsync("转人工", "m-next");
        return await house.QueryAsync(context => Task.FromResult(context.Cases.Single(row => row.Number != before).Number));
    }
}
