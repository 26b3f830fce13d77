using CardShop.Bot.Desk;
using CardShop.Bot.Desk.Handoff;
using CardShop.Bot.Tests.Fakes;
using CardShop.Desk.Services;
using CardShop.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using static CardShop.Bot.Tests.Desk.DeskHarness;

namespace CardShop.Bot.Tests.Desk;

public sealed class HandoffOnSqliteTests() : HandoffTests(StoreKind.Sqlite);

public sealed class HandoffOnPostgreSqlTests() : HandoffTests(StoreKind.PostgreSql);

/// <summary>Another desk takes cases in place of ours, and whatever becomes of it, nobody is left without anybody.</summary>
public abstract class HandoffTests(StoreKind store) : DeskTest(store)
{
    private static readonly HandoffOptions Defaults = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CaseThatCallsForAPerson_IsOfferedOnce_WithContextAndTranscript()
    {
        await using var house = await StartAsync(channel: "pushed");
        var number = await house.CallWithOrderAsync();
        await house.SayAsync("在吗", "m-9");
        await house.DrainAsync();

        var offer = Assert.Single(house.Sender.Offered);
        Assert.Equal((number, OrderNo, 10_000L), (offer.Context.CaseNumber, offer.Context.OrderNo, offer.Context.AmountFen));
        Assert.Contains(new KnownFact("phone", "138****5678", FactSource.Shop), offer.Context.Facts);
        Assert.Contains(offer.Lines, line => line is { Speaker: LineSpeaker.Customer, Text: "账号填错了，要撤单退款" });
        Assert.Contains(offer.Lines, line => line.Speaker == LineSpeaker.Bot);
    }

    [Fact]
    public async Task ChannelsWithoutAnotherDesk_AndHousesThatWantNone_OfferNothing()
    {
        await using var direct = await StartAsync();
        await direct.CallAsync();
        await using var house = await StartAsync(channel: "pushed");
        house.Settings = [("Handoff:Offer", "false")];
        await house.RestartAsync();
        Lead(house);
        await house.CallAsync();
        await house.DrainAsync();

        Assert.Empty(direct.Sender.Offered);
        Assert.Empty(house.Sender.Offered);
    }

    [Fact]
    public async Task Accepted_SilencesTheBot_AndCompletedWakesIt()
    {
        await using var house = await StartAsync(channel: "pushed");
        var number = await house.CallAsync();

        Assert.Equal(HandoffTaken.Done, await TellAsync(house, HandoffState.Accepted, "1"));
        Assert.Equal(HandoffTaken.Done, await TellAsync(house, HandoffState.Accepted, "1"));
        Assert.Equal("王芳", (await house.Desk<IDeskBoard>().FindAsync(Li, number, Token))!.HolderName);
        Assert.Single(await house.LinesAsync(number), line => line.Contains("王芳 已接入", StringComparison.Ordinal));
        Assert.Single((await house.SayAsync("在吗", "m-5")).Entries);

        Assert.Equal(HandoffTaken.Done, await TellAsync(house, HandoffState.Completed, "2"));
        Assert.Null((await house.Desk<IDeskCase>().ReadAsync(Li, number, false, Token))!.Item.HolderId);
        Assert.NotEqual([], (await house.SayAsync("账号填错了", "m-6")).Entries.Skip(1));
        Assert.Equal(["handoff_completed", "handoff_accepted"], await AuditAsync(house, number));
    }

    [Fact]
    public async Task Failed_PutsTheCaseBackIntoTheQueue_AlsoAfterItWasAccepted()
    {
        await using var house = await StartAsync(channel: "pushed");
        var number = await house.CallAsync();

        Assert.Equal(HandoffTaken.Done, await TellAsync(house, HandoffState.Failed, "1"));
        Assert.Null((await house.Desk<IDeskBoard>().FindAsync(Li, number, Token))!.HolderId);
        await TellAsync(house, HandoffState.Accepted, "2");
        Assert.Equal(HandoffTaken.Done, await TellAsync(house, HandoffState.Failed, "3"));

        Assert.Null((await house.Desk<IDeskBoard>().FindAsync(Li, number, Token))!.HolderId);
        Assert.Contains(await house.LinesAsync(number), line => line.Contains("排回队列", StringComparison.Ordinal));
        Assert.True((await house.Desk<IDeskBoard>().ClaimAsync(Li, number, Token)).IsDone);
    }

    [Fact]
    public async Task AcceptedTooLate_OrAfterAColleagueOfOurs_IsNotTaken()
    {
        await using var house = await StartAsync(channel: "pushed");
        var number = await house.CallAsync();

        house.Clock.Advance(Defaults.Within + TimeSpan.FromSeconds(1));
        Assert.Equal(HandoffTaken.Late, await TellAsync(house, HandoffState.Accepted, "1"));
        await house.Desk<IDeskBoard>().ClaimAsync(Li, number, Token);
        Assert.Equal(HandoffTaken.Late, await TellAsync(house, HandoffState.Accepted, "2"));
        Assert.Equal(HandoffTaken.Late, await TellAsync(house, HandoffState.Completed, "3"));
        Assert.Equal(HandoffTaken.Done, await TellAsync(house, HandoffState.Failed, "4"));

        Assert.Equal(Li.Id, (await house.Desk<IDeskBoard>().FindAsync(Li, number, Token))!.HolderId);
    }

    [Fact]
    public async Task DeskThatFallsSilent_LosesTheCaseToTheQueue_OnceItsTimeIsOver()
    {
        await using var house = await StartAsync(channel: "pushed");
        var number = await house.CallAsync();
        await TellAsync(house, HandoffState.Accepted, "1");

        house.Clock.Advance(Defaults.HeldFor - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await house.Get<HolderSweeper>().SweepAsync(Token));
        house.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, await house.Get<HolderSweeper>().SweepAsync(Token));

        Assert.Null((await house.Desk<IDeskBoard>().FindAsync(Li, number, Token))!.HolderId);
        Assert.Equal(HandoffTaken.Late, await TellAsync(house, HandoffState.Completed, "2"));
    }

    [Fact]
    public async Task DeskThatCannotBeReached_IsTriedUntilItsTimeIsOver_AndTheCaseWaitsInOurQueue()
    {
        await using var house = await StartAsync(channel: "pushed");
        house.Sender.OfferFailure = new HttpRequestException("down");
        var number = await house.CallAsync();

        await house.DrainAsync();
        Assert.Equal(OutboxState.Pending, await StateAsync(house));
        house.Clock.Advance(Defaults.Within);
        await house.DrainAsync();

        Assert.Equal(OutboxState.Poisoned, await StateAsync(house));
        Assert.True((await house.Desk<IDeskBoard>().ClaimAsync(Li, number, Token)).IsDone);
    }

    [Fact]
    public async Task StatusOfAConversationThatWaitsForNobody_IsUnknown_AndChangesNothing()
    {
        await using var house = await StartAsync(channel: "pushed");
        await house.SayAsync("你好", "m-1");

        Assert.Equal(HandoffTaken.Unknown, await TellAsync(house, HandoffState.Accepted, "1"));
        Assert.Equal(HandoffTaken.Unknown, await house.Get<IOutsideDesk>().TakeAsync(new HandoffNews("pushed:nobody", "2", HandoffState.Accepted, "x")));

        Assert.True((await house.SayAsync("账号填错了", "m-2")).Entries.Count > 1);
    }

    [Fact]
    public async Task Nickname_IsTextAndNeverEndless()
    {
        await using var house = await StartAsync(channel: "pushed");
        var number = await house.CallAsync();

        await house.Get<IOutsideDesk>().TakeAsync(new HandoffNews(TurnHarness.ConversationId, "1", HandoffState.Accepted, new string('王', 500)));

        Assert.Equal(60, (await house.Desk<IDeskBoard>().FindAsync(Li, number, Token))!.HolderName!.Length);
    }

    private static Task<HandoffTaken> TellAsync(TurnHarness house, HandoffState state, string id) =>
        house.Get<IOutsideDesk>().TakeAsync(new HandoffNews(TurnHarness.ConversationId, id, state, "王芳"));

    private static async Task<IEnumerable<string>> AuditAsync(TurnHarness house, string number) =>
        (await house.Desk<IDeskAudit>().ReadAsync(Admin, new AuditFilter(CaseNumber: number), Token)).Select(line => line.Action).Where(action => action.StartsWith("handoff", StringComparison.Ordinal));

    private static Task<OutboxState> StateAsync(TurnHarness house) =>
        house.QueryAsync(context => context.Outbox.Where(row => row.Kind == OutboxKind.Handoff).Select(row => row.State).SingleAsync(Token));
}
