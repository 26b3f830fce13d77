using System.Diagnostics;
using CardShop.Bot.Desk;
using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Desk.Services;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Persistence.Conversations;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;
using static CardShop.Bot.Tests.Desk.DeskHarness;

namespace CardShop.Bot.Tests.Desk;

public sealed class TakeoverOnSqliteTests(ITestOutputHelper output) : TakeoverTests(StoreKind.Sqlite, output);

public sealed class TakeoverOnPostgreSqlTests(ITestOutputHelper output) : TakeoverTests(StoreKind.PostgreSql, output);

/// <summary>People take conversations over, on a real database.</summary>
public abstract class TakeoverTests(StoreKind store, ITestOutputHelper output) : DeskTest(store)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoWhoClaimAtOnce_OneHasIt_AndTheOtherIsToldWho()
    {
        await using var house = await StartAsync();
        var number = await house.CallAsync();
        var board = house.Desk<IDeskBoard>();

        var results = await Task.WhenAll(new[] { Li, Wang }.Select(agent => Task.Run(() => board.ClaimAsync(agent, number, Token))));

        var won = Assert.Single(results, result => result.IsDone);
        var lost = Assert.Single(results, result => result != won);
        var holder = (await board.FindAsync(Li, number, Token))!.HolderName;
        Assert.Equal(new DeskResult(DeskOutcome.HeldByAnother, holder), lost);
        Assert.Single(await house.LinesAsync(number), line => line.Contains("已接入", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PlaceInTheQueue_CountsThoseWhoWaitBefore()
    {
        await using var house = await StartAsync();
        await house.CallAsync();
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.CallAsync("test:2");

        Assert.Equal((0, 1, 2), (await AheadAsync(TurnHarness.ConversationId), await AheadAsync("test:2"), await AheadAsync("test:3")));

        async Task<int> AheadAsync(string conversation) =>
            Assert.IsType<DeskAnswer>(await house.Get<IOwnBooks>().AskAsync(new CountWaiting(), conversation, Token)).Ahead;
    }

    [Fact]
    public async Task WhileAPersonHasIt_TheBotIsSilent_AndWordsGoBothWays_Once()
    {
        await using var house = await StartAsync(channel: "pushed");
        var number = await house.CallAsync();
        await house.Desk<IDeskBoard>().ClaimAsync(Li, number, Token);
        var talk = house.Desk<IDeskConversation>();

        await house.SayAsync("在吗", "m-2");
        Assert.True((await talk.SayAsync(Li, number, "在的", "once-1", Token)).IsDone);
        Assert.Equal(DeskOutcome.AlreadyDone, (await talk.SayAsync(Li, number, "在的", "once-1", Token)).Outcome);
        await house.DrainAsync();

        var lines = await talk.ReadAsync(Li, number, 0, 100, Token);
        Assert.Equal([(LineSpeaker.Customer, "在吗"), (LineSpeaker.Agent, "在的")], lines.TakeLast(2).Select(line => (line.Speaker, line.Text)));
        Assert.Equal("小李", lines[^1].Name);
        Assert.Single(house.Sender.Delivered, text => text == "在的");
    }

    [Fact]
    public async Task AgentWithoutTheRole_DoesAndSeesNothing()
    {
        await using var house = await StartAsync();
        var number = await house.CallAsync();
        var board = house.Desk<IDeskBoard>();

        Assert.Empty(await board.ListAsync(Stranger, QueueFilter.All, Token));
        Assert.Equal(DeskResult.NotAllowed, await board.ClaimAsync(Stranger, number, Token));
        Assert.Empty(await house.Desk<IDeskConversation>().ReadAsync(Stranger, number, 0, 10, Token));
        Assert.Equal(DeskResult.NotAllowed, await house.Desk<IDeskConversation>().SayAsync(Stranger, number, "hi", "1", Token));
        Assert.Null(await house.Desk<IDeskCase>().ReadAsync(Stranger, number, false, Token));
        Assert.Equal(DeskResult.NotAllowed, await house.Desk<IDeskDecisions>().CloseAsync(Stranger, number, Outcome.NothingLost, null, Token));
        Assert.Equal(DeskResult.NotAllowed, await house.Desk<IShopSwitch>().SetAsync(Reviewer, CommandMode.Off, "night", Token));
    }

    [Fact]
    public async Task OnlyTheHolder_SpeaksAndHandsBack()
    {
        await using var house = await StartAsync();
        var number = await house.CallAsync();
        await house.Desk<IDeskBoard>().ClaimAsync(Li, number, Token);
        var talk = house.Desk<IDeskConversation>();

        Assert.Equal(new DeskResult(DeskOutcome.HeldByAnother, "小李"), await talk.SayAsync(Wang, number, "我来", "1", Token));
        Assert.Equal(new DeskResult(DeskOutcome.HeldByAnother, "小李"), await talk.HandBackAsync(Wang, number, Token));
        Assert.True((await talk.HandBackAsync(Li, number, Token)).IsDone);
        Assert.Equal(DeskOutcome.NotNow, (await talk.SayAsync(Li, number, "还有", "2", Token)).Outcome);
    }

    [Fact]
    public async Task HtmlInMessages_IsText()
    {
        await using var house = await StartAsync();
        var number = await house.CallAsync();
        await house.Desk<IDeskBoard>().ClaimAsync(Li, number, Token);
        var talk = house.Desk<IDeskConversation>();
        const string Markup = "<img src=x onerror=alert(1)> {name} & \u202e";

        await house.Runner.RunAsync(
            new InboundTurn(TurnHarness.ConversationId, "m-9", new CustomerSaid(Markup), System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string> { ["text"] = Markup })), Token);
        await talk.SayAsync(Li, number, Markup, "1", Token);
        await talk.AddNoteAsync(Li, number, Markup, "n-1", Token);

        Assert.Equal([Markup, Markup], (await house.LinesAsync(number)).TakeLast(2));
        Assert.Equal(Markup, Assert.Single(await talk.NotesAsync(Wang, number, Token)).Text);
    }

    /// <summary>Two pages of one person, or two clicks: a note stands once, and a draft is the one that was typed last, never a fault.</summary>
    [Fact]
    public async Task NotesAndDrafts_FromTwoPagesAtOnce_BreakNothing()
    {
        await using var house = await StartAsync();
        var number = await house.CallAsync();
        await house.Desk<IDeskBoard>().ClaimAsync(Li, number, Token);
        var talk = house.Desk<IDeskConversation>();
        for (var round = 0; round < 5; round++)
        {
            var once = $"n-{round}";
            var notes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => talk.AddNoteAsync(Li, number, "记一笔", once, Token), Token)));
            Assert.Single(notes, result => result.IsDone);
            Assert.Equal(3, notes.Count(result => result.Outcome == DeskOutcome.AlreadyDone));

            await Task.WhenAll(Enumerable.Range(0, 2).Select(page => Task.Run(() => talk.KeepDraftAsync(Li, number, $"草稿 {page}", Token), Token)));
            Assert.StartsWith("草稿", await talk.DraftAsync(Li, number, Token), StringComparison.Ordinal);
            await talk.KeepDraftAsync(Li, number, "", Token);
        }

        Assert.Equal(5, (await talk.NotesAsync(Li, number, Token)).Count);
    }

    [Fact]
    public async Task Restart_DuringATakeover_LeavesThePersonInCharge_AndTheirDraft()
    {
        await using var house = await StartAsync();
        var number = await house.CallAsync();
        await house.Desk<IDeskBoard>().ClaimAsync(Li, number, Token);
        await house.Desk<IDeskConversation>().KeepDraftAsync(Li, number, "写到一半", Token);

        await house.RestartAsync();
        Lead(house);

        Assert.Equal("小李", (await house.Desk<IDeskBoard>().FindAsync(Li, number, Token))!.HolderName);
        Assert.Equal("写到一半", await house.Desk<IDeskConversation>().DraftAsync(Li, number, Token));
        Assert.Single((await house.SayAsync("在吗", "m-2")).Entries);
        Assert.True((await house.Desk<IDeskConversation>().SayAsync(Li, number, "在", "1", Token)).IsDone);
        Assert.Equal("", await house.Desk<IDeskConversation>().DraftAsync(Li, number, Token));
    }

    [Fact]
    public async Task DeletedAgent_LosesTheirCases_ToTheQueue()
    {
        await using var house = await StartAsync();
        var number = await house.CallAsync();
        await house.Desk<IDeskBoard>().ClaimAsync(Li, number, Token);

        await house.Desk<IDeskPresence>().RemovedAsync(Li.Id, Token);

        var item = (await house.Desk<IDeskBoard>().FindAsync(Wang, number, Token))!;
        Assert.Null(item.HolderId);
        Assert.Contains(await house.LinesAsync(number), line => line.Contains("排回队列", StringComparison.Ordinal));
        Assert.True((await house.Desk<IDeskBoard>().ClaimAsync(Wang, number, Token)).IsDone);
    }

    [Fact]
    public async Task HolderWhoIsGone_LosesTheCase_AndOneWhoIsThereKeepsIt()
    {
        await using var house = await StartAsync();
        var (mine, other) = (await house.CallAsync(), await house.CallAsync("test:2"));
        await house.Desk<IDeskBoard>().ClaimAsync(Li, mine, Token);
        await house.Desk<IDeskBoard>().ClaimAsync(Wang, other, Token);
        await house.QueryAsync(context => context.DeskPeople.Where(row => row.AgentId == Li.Id).ExecuteUpdateAsync(row => row.SetProperty(person => person.SeenAt, DateTimeOffset.UnixEpoch), Token));

        Assert.Equal(1, await house.Get<HolderSweeper>().SweepAsync(Token));
        Assert.Null((await house.Desk<IDeskBoard>().FindAsync(Li, mine, Token))!.HolderId);
        Assert.Equal(Wang.Id, (await house.Desk<IDeskBoard>().FindAsync(Li, other, Token))!.HolderId);
    }

    [Fact]
    public async Task Capacity_IsKeptTo()
    {
        await using var house = await StartAsync();
        var (first, second) = (await house.CallAsync(), await house.CallAsync("test:2"));
        await house.Desk<IDeskBoard>().ClaimAsync(Li, first, Token);
        Assert.True((await house.Desk<IDeskPresence>().SetCapacityAsync(Reviewer, Li.Id, 1, Token)).IsDone);

        Assert.Equal(DeskOutcome.AtCapacity, (await house.Desk<IDeskBoard>().ClaimAsync(Li, second, Token)).Outcome);
        Assert.Equal(DeskResult.NotAllowed, await house.Desk<IDeskPresence>().SetCapacityAsync(Li, Li.Id, 9, Token));
    }

    [Fact]
    public async Task Transfer_GoesToWhoeverIsThere()
    {
        await using var house = await StartAsync();
        var number = await house.CallAsync();
        var board = house.Desk<IDeskBoard>();
        await board.ClaimAsync(Li, number, Token);

        Assert.Equal(DeskOutcome.NotNow, (await board.AssignAsync(Li, number, Wang, Token)).Outcome);
        await house.Desk<IDeskPresence>().HereAsync(Wang, "page-1", number, Token);
        Assert.Equal([new Viewer(Wang.Id, Wang.DisplayName, false)], (await board.FindAsync(Li, number, Token))!.Viewers);
        Assert.True((await board.AssignAsync(Li, number, Wang, Token)).IsDone);
        Assert.Equal(Wang.Id, (await board.FindAsync(Li, number, Token))!.HolderId);
        Assert.Equal(DeskOutcome.HeldByAnother, (await board.ReleaseAsync(Li, number, Token)).Outcome);
    }

    [Fact]
    public async Task Conversation_ThatIsGone_IsToldSo()
    {
        await using var house = await StartAsync();
        var number = await house.CallAsync();
        await house.QueryAsync(context => context.Conversations.ExecuteDeleteAsync(Token));

        Assert.Equal(DeskResult.Gone, await house.Desk<IDeskBoard>().ClaimAsync(Li, number, Token));
        Assert.Null(await house.Desk<IDeskCase>().ReadAsync(Li, number, false, Token));
    }

    [Fact]
    public async Task Queue_WithFiveHundred_IsListedAndSearched()
    {
        await using var house = await StartAsync();
        var numbers = new List<string>();
        for (var at = 0; at < 500; at++)
        {
            numbers.Add(await house.CallAsync($"test:q{at}"));
            house.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var items = await house.Desk<IDeskBoard>().ListAsync(Li, QueueFilter.All, Token);
        Assert.Equal(numbers, items.Select(item => item.CaseNumber));
        Assert.Equal(numbers[123], Assert.Single(await house.Desk<IDeskBoard>().ListAsync(Li, new QueueFilter { Search = numbers[123].ToLowerInvariant() }, Token)).CaseNumber);
        await house.SayAsync("转人工", "late");
        Assert.Contains(await house.WordsAsync(), words => words.Contains("前面还有 500 位", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Queue_WithFiveThousand_IsListedWhole_TheLongestWaitFirst()
    {
        await using var house = await StartAsync();
        await house.QueryAsync(async context =>
        {
            for (var at = 0; at < 5_000; at++)
            {
                var (number, file) = ($"CS-Q{at:00000}", new CaseFile { Number = $"CS-Q{at:00000}", State = CaseState.WithHuman });
                var row = new DeskCaseRow { CaseNumber = number, ConversationId = $"test:{at}", Channel = "test", CreatedAt = house.Clock.GetUtcNow() };
                row.Move(ConversationState.New, file, null, new CustomerSaid("转人工"), house.Clock.GetUtcNow().AddSeconds(-at));
                context.DeskCases.Add(row);
            }

            return await context.SaveChangesAsync(Token);
        });
        var board = house.Desk<IDeskBoard>();
        var first = await board.ListAsync(Li, QueueFilter.All, Token);

        var clock = Stopwatch.StartNew();
        var items = await board.ListAsync(Li, QueueFilter.All, Token);
        output.WriteLine($"5,000 open cases listed in {clock.Elapsed.TotalMilliseconds:0} ms");

        Assert.Equal((5_000, "CS-Q04999"), (items.Count, items[0].CaseNumber));
        Assert.Equal(first.Count, items.Count);
    }

    [Fact]
    public async Task CustomerWhoTypes_IsSeenAtTheDesk()
    {
        await using var house = await StartAsync();
        var number = await house.CallAsync();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var seen = new List<ConversationNews>();

        await foreach (var news in house.Desk<IDeskConversation>().WatchAsync(Li, number, 0, ending.Token))
        {
            seen.Add(news);
            if (news == ConversationNews.Typing)
            {
                break;
            }

            house.Transcript.SignCustomerTyping(TurnHarness.ConversationId);
        }

        Assert.Equal([ConversationNews.Lines, ConversationNews.Typing], seen);
    }

    [Fact]
    public async Task Search_FindsByAnyNumber_AlsoWhatHasEnded()
    {
        await using var house = await StartAsync();
        var number = await house.CallWithOrderAsync();
        var board = house.Desk<IDeskBoard>();
        await house.Desk<IDeskDecisions>().CloseAsync(Li, number, Outcome.Withdrawn, null, Token);

        Assert.Empty(await board.ListAsync(Li, QueueFilter.All, Token));
        foreach (var search in new[] { OrderNo, PaymentNo, "5678", number })
        {
            Assert.Equal((number, QueueKind.Ended), Assert.Single(await board.ListAsync(Li, new QueueFilter { Search = search }, Token)) is var item ? (item.CaseNumber, item.Kind) : default);
        }
    }

    [Fact]
    public async Task Audit_SaysWhoSawAndDidWhat_ToAdminsOnly_AndIsNeverChanged()
    {
        await using var house = await StartAsync();
        var number = await house.CallAsync();
        await house.Desk<IDeskBoard>().ClaimAsync(Li, number, Token);
        await house.LinesAsync(number);

        Assert.Empty(await house.Desk<IDeskAudit>().ReadAsync(Reviewer, new AuditFilter(), Token));
        Assert.Equal(["read_conversation", "claimed"], (await house.Desk<IDeskAudit>().ReadAsync(Admin, new AuditFilter(CaseNumber: number), Token)).Select(line => line.Action));
        await Assert.ThrowsAnyAsync<Exception>(() => house.QueryAsync(context => context.DeskAudit.ExecuteDeleteAsync(Token)));
    }

    [Fact]
    public async Task Speaker_InTheTranscript_IsThePerson()
    {
        await using var house = await StartAsync();
        var number = await house.CallAsync();
        await house.Desk<IDeskBoard>().ClaimAsync(Li, number, Token);
        await house.Desk<IDeskConversation>().SayAsync(Li, number, "您好", "1", Token);

        Assert.Equal(Speaker.Agent, (await house.Transcript.ReadAsync(TurnHarness.ConversationId, 0, 100, Token))[^1].Speaker);
    }
}
