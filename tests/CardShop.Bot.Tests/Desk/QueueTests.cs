using CardShop.Bot.Desk;
using CardShop.Bot.Tests.Fakes;
using CardShop.Desk.Services;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;
using static CardShop.Bot.Tests.Desk.DeskHarness;

namespace CardShop.Bot.Tests.Desk;

public sealed class QueueOnSqliteTests() : QueueTests(StoreKind.Sqlite);

public sealed class QueueOnPostgreSqlTests() : QueueTests(StoreKind.PostgreSql);

/// <summary>Who comes first in the queue, and that each page has it as it is.</summary>
public abstract class QueueTests(StoreKind store) : DeskTest(store)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GoldenWindows_ComeFirst_ThenWhatIsDueFirst_AndWhatSomebodyHoldsLast()
    {
        await using var house = await StartAsync();
        await AddAsync(house, "review-late", due: 3 * 24 * 60);
        await AddAsync(house, "caller");
        await AddAsync(house, "window-10", window: 10);
        await AddAsync(house, "review-soon", due: 30);
        await AddAsync(house, "caller-early", ago: 45);
        await AddAsync(house, "window-3", window: 3, ago: 1);
        await AddAsync(house, "held", window: 2, holder: Wang);

        Assert.Equal(["window-3", "window-10", "review-soon", "caller-early", "caller", "review-late", "held"], await ListAsync(house));

        house.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(["window-10", "review-soon", "caller-early", "window-3", "caller", "review-late", "held"], await ListAsync(house));
    }

    [Fact]
    public async Task Deadline_IsTheWindow_ThenTheReviewsDay_ThenTheFirstAnswer()
    {
        await using var house = await StartAsync();
        await AddAsync(house, "window", window: 5);
        await AddAsync(house, "review", due: 24 * 60);
        await AddAsync(house, "caller");

        Assert.Equal([("window", 5), ("answer", 120), ("review", 24 * 60)], await DeadlinesAsync(house));
        house.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal([("answer", 114), ("answer", 114), ("review", (24 * 60) - 6)], await DeadlinesAsync(house));
    }

    [Fact]
    public async Task OtherOrders_AreOnOffer()
    {
        await using var house = await StartAsync();
        await AddAsync(house, "small", fen: 100);
        await AddAsync(house, "large", fen: 90_000, window: 1);
        await AddAsync(house, "early", fen: 500, ago: 20);

        Assert.Equal(["early", "small", "large"], await ListAsync(house, QueueOrder.Waiting));
        Assert.Equal(["large", "early", "small"], await ListAsync(house, QueueOrder.Amount));
        Assert.Equal(["large", "early", "small"], await ListAsync(house, QueueOrder.Deadline));
    }

    [Fact]
    public async Task WhatTurnsChange_IsListedAtOnce()
    {
        await using var house = await StartAsync();
        var first = await house.CallAsync();
        Assert.Equal([first], await ListAsync(house));

        house.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await house.CallAsync("test:2");
        Assert.Equal([first, second], await ListAsync(house));
        await house.Desk<IDeskBoard>().ClaimAsync(Li, first, Token);
        Assert.Equal([second, first], await ListAsync(house));
        await house.Desk<IDeskDecisions>().CloseAsync(Li, first, Outcome.NothingLost, null, Token);
        Assert.Equal([second], await ListAsync(house));
        await house.SayAsync("算了，不用了", "m-9", "test:2");
        Assert.Empty(await ListAsync(house));
    }

    [Fact]
    public async Task Search_TellsWhetherTheBotHasACase_OrItHasEnded()
    {
        await using var house = await StartAsync();
        await house.SayAsync("账号填错了，要撤单退款", "m-1");
        await house.SayAsync(OrderNo, "m-2");
        var board = house.Desk<IDeskBoard>();

        var found = Assert.Single(await board.ListAsync(Li, new QueueFilter { Search = OrderNo }, Token));
        Assert.Equal(QueueKind.Bot, found.Kind);
        Assert.True((await board.ClaimAsync(Li, found.CaseNumber, Token)).IsDone);
        await house.Desk<IDeskConversation>().HandBackAsync(Li, found.CaseNumber, Token);
        await house.SayAsync("算了，不用了", "m-3");
        await house.SayAsync("是的，不办了", "m-4");
        Assert.Equal(QueueKind.Ended, Assert.Single(await board.ListAsync(Li, new QueueFilter { Search = OrderNo }, Token)).Kind);
    }

    private static async Task<IEnumerable<string>> ListAsync(TurnHarness house, QueueOrder order = QueueOrder.Urgency) =>
        (await house.Desk<IDeskBoard>().ListAsync(Li, new QueueFilter { Order = order }, Token)).Select(item => item.CaseNumber);

    private static async Task<IEnumerable<(string?, int)>> DeadlinesAsync(TurnHarness house) =>
        (await house.Desk<IDeskBoard>().ListAsync(Li, QueueFilter.All, Token)).Select(item => (item.DeadlineKind, (int)(item.Deadline!.Value - house.Clock.GetUtcNow()).TotalMinutes));

    /// <summary>A case as turns would have left it; times in minutes from now.</summary>
    private static async Task AddAsync(TurnHarness house, string number, int? window = null, int? due = null, int ago = 0, long? fen = null, AgentIdentity? holder = null)
    {
        var now = house.Clock.GetUtcNow();
        var file = new CaseFile { Number = number, State = CaseState.WithHuman, PersonCause = PersonCause.Wanted };
        if (fen is { } amount)
        {
            var verdict = new Capability(Verdict.Review);
            file = file with { Facts = new OrderFacts(Orders.Paid(number) with { AmountFen = amount }, new Capabilities { Version = 1, Hold = verdict, Cancel = verdict, Modify = verdict, Refund = verdict }) };
        }

        if (due is { } minutes)
        {
            file = file with { State = CaseState.UnderReview, PersonCause = null, Filing = new Filing(now, now.AddMinutes(minutes), false, Remedy.Cancel, new OrderChanges(), []) };
        }

        var row = new DeskCaseRow { CaseNumber = number, ConversationId = $"test:{number}", Channel = "test", CreatedAt = now };
        row.Move(
            ConversationState.New with { Person = holder is null ? null : DeskTurns.PersonOf(holder) }, file,
            window is { } left ? (now.AddMinutes(left), "window") : file.Filing is { } filing ? (filing.DueBy, "review") : null, new CustomerSaid("转人工"), now.AddMinutes(-ago));
        await house.QueryAsync(context =>
        {
            context.DeskCases.Add(row);
            return context.SaveChangesAsync(Token);
        });
        house.Get<DeskSignals>().TellAll();
    }
}
