using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Desk.Services;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;
using CardShop.Persistence.Desk;
using static CardShop.Bot.Tests.Desk.DeskHarness;

namespace CardShop.Bot.Tests.Desk;

/// <summary>Who decides reviews: the desk, or the shop for itself (DESIGN.md, decision 10).</summary>
public sealed class ReviewsOwnerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shop_DecidesForItself_AndTheDeskNeitherListsNorOffersNorDoesIt()
    {
        await using var house = await StartAsync("shop");
        var number = await FileAsync(house);
        var (desk, board) = (house.Desk<IDeskDecisions>(), house.Desk<IDeskBoard>());

        Assert.Empty(await board.ListAsync(Li, QueueFilter.All, Token));
        Assert.Equal((number, QueueKind.Review), Assert.Single(await board.ListAsync(Li, new QueueFilter { Search = number }, Token)) is var found ? (found.CaseNumber, found.Kind) : default);
        var options = (await house.Desk<IDeskCase>().ReadAsync(Reviewer, number, false, Token))!.Options;
        Assert.True(options.ShopDecides);
        Assert.Empty(options.Approvals);
        Assert.False(options.CanRefuse || options.CanAskForPiece);

        var decides = new DeskResult(DeskOutcome.ShopDecides);
        Assert.Equal(decides, await desk.ApproveAsync(Reviewer, number, new Approval(Remedy.Cancel, "已核实", CustomerAgreed: true), Token));
        Assert.Equal(decides, await desk.RefuseAsync(Reviewer, number, "证据不足", null, Token));
        Assert.Equal(decides, await desk.AskForPieceAsync(Reviewer, number, EvidenceLink.Order, null, Token));
        Assert.Equal(DeskResult.NotAllowed, await desk.ApproveAsync(Stranger, number, new Approval(Remedy.Cancel, "已核实"), Token));
        await house.DrainAsync();
        Assert.DoesNotContain(house.Shop.Effects, key => key.Contains("refund", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shop_DecidesForItself_AndWhatItDecidesIsCarriedOut()
    {
        await using var house = await StartAsync("shop");
        var number = await FileAsync(house);

        await house.Runner.RunAsync(new InboundTurn(TurnHarness.ConversationId, "shop-1", new ReviewDecided(number, ReviewVerdict.Approve), null), Token);
        await house.DrainAsync();

        Assert.Single(house.Shop.Effects, key => key.Contains("refund", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shop_DecidesReviews_AndACustomerWhoCallsIsStillAnsweredAtTheDesk()
    {
        await using var house = await StartAsync("shop");
        var number = await house.CallAsync();

        Assert.Equal(number, Assert.Single(await house.Desk<IDeskBoard>().ListAsync(Li, QueueFilter.All, Token)).CaseNumber);
        Assert.True((await house.Desk<IDeskBoard>().ClaimAsync(Li, number, Token)).IsDone);
        Assert.True((await house.Desk<IDeskDecisions>().CloseAsync(Li, number, Outcome.NothingLost, null, Token)).IsDone);
    }

    [Fact]
    public async Task Desk_DecidesByDefault()
    {
        await using var house = await StartAsync("desk");
        var number = await FileAsync(house);

        Assert.Equal(number, Assert.Single(await house.Desk<IDeskBoard>().ListAsync(Li, QueueFilter.All, Token)).CaseNumber);
        var options = (await house.Desk<IDeskCase>().ReadAsync(Reviewer, number, false, Token))!.Options;
        Assert.False(options.ShopDecides);
        Assert.True(options.CanRefuse);
        Assert.True((await house.Desk<IDeskDecisions>().ApproveAsync(Reviewer, number, new Approval(Remedy.Cancel, "已核实"), Token)).IsDone);
    }

    private static async Task<TurnHarness> StartAsync(string owner)
    {
        var house = await DeskHarness.StartAsync();
        house.Settings = [("Reviews:Owner", owner)];
        await house.RestartAsync();
        Lead(house);
        return house;
    }

    /// <summary>A customer whose application a reviewer has before them.</summary>
    private static async Task<string> FileAsync(TurnHarness house)
    {
        await house.SayAsync("账号填错了，要撤单退款", "m-1");
        await house.SayAsync(OrderNo, "m-2");
        await house.SayAsync("就这些了", "m-3");
        await house.SayAsync("确认提交", "m-4");
        return await house.QueryAsync(context => Task.FromResult(context.DeskCases.Single(row => row.Kind == DeskKind.Review).CaseNumber));
    }
}
