using CardShop.Bot.Tests.Fakes;
using CardShop.Desk.Services;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;
using CardShop.Sandbox;
using static CardShop.Bot.Tests.Desk.DeskHarness;

namespace CardShop.Bot.Tests.Desk;

public sealed class DecisionOnSqliteTests() : DecisionTests(StoreKind.Sqlite);

public sealed class DecisionOnPostgreSqlTests() : DecisionTests(StoreKind.PostgreSql);

/// <summary>People decide at the desk, on a real database: once, by role, by two where it takes two.</summary>
public abstract class DecisionTests(StoreKind store) : DeskTest(store)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoWhoApproveAtOnce_SendOneCommand_AndTheSecondIsTold()
    {
        await using var house = await StartAsync();
        var number = await house.CallWithOrderAsync();
        var approval = new Approval(Remedy.Cancel, "已核实", CustomerAgreed: true);

        var results = await Task.WhenAll(new[] { Reviewer, Admin }.Select(agent => Task.Run(() => house.Desk<IDeskDecisions>().ApproveAsync(agent, number, approval, Token))));
        await house.DrainAsync();

        Assert.Single(results, result => result.IsDone);
        var second = Assert.Single(results, result => result.Outcome == DeskOutcome.AlreadyDone);
        Assert.Contains(second.By, new[] { Reviewer.DisplayName, Admin.DisplayName });
        Assert.Single(house.Shop.Effects, key => key.Contains("refund", StringComparison.Ordinal));
        Assert.Equal(DeskOutcome.AlreadyDone, (await house.Desk<IDeskDecisions>().ApproveAsync(Reviewer, number, approval, Token)).Outcome);
    }

    [Fact]
    public async Task AgainstTheAdvice_AnAgentMayNot_AReviewerNeedsAReason()
    {
        await using var house = await StartAsync();
        var number = await house.CallWithOrderAsync();
        var desk = house.Desk<IDeskDecisions>();

        Assert.True((await house.Desk<IDeskCase>().ReadAsync(Li, number, false, Token))!.Options.Approvals.Single().IsAgainstAdvice);
        Assert.Equal(DeskOutcome.NotAllowed, (await desk.ApproveAsync(Li, number, new Approval(Remedy.Cancel, "好", CustomerAgreed: true), Token)).Outcome);
        Assert.Equal(DeskOutcome.NeedsReason, (await desk.ApproveAsync(Reviewer, number, new Approval(Remedy.Cancel, CustomerAgreed: true), Token)).Outcome);
        Assert.Equal(DeskOutcome.NeedsCustomersYes, (await desk.ApproveAsync(Reviewer, number, new Approval(Remedy.Cancel, "已核实"), Token)).Outcome);
    }

    [Fact]
    public async Task LargeAmount_TakesTwoPeople()
    {
        await using var house = await StartAsync(new PolicySettings { TwoPeopleFromFen = 5_000 });
        var number = await house.CallWithOrderAsync();
        var (desk, approval) = (house.Desk<IDeskDecisions>(), new Approval(Remedy.Cancel, "已核实", CustomerAgreed: true));

        Assert.Equal(DeskOutcome.NeedsSecondPerson, (await desk.ApproveAsync(Reviewer, number, approval, Token)).Outcome);
        Assert.Equal(DeskOutcome.NeedsSecondPerson, (await desk.ApproveAsync(Reviewer, number, approval, Token)).Outcome);
        Assert.Equal("Rui", (await house.Desk<IDeskCase>().ReadAsync(Li, number, false, Token))!.Options.First!.By);
        Assert.True((await house.Desk<IDeskBoard>().FindAsync(Li, number, Token))!.AwaitsSecondPerson);
        Assert.True((await desk.ApproveAsync(Admin, number, approval, Token)).IsDone);
    }

    [Fact]
    public async Task Refusal_NeedsItsReason()
    {
        await using var house = await StartAsync();
        var number = await house.CallWithOrderAsync();
        var desk = house.Desk<IDeskDecisions>();

        Assert.Equal(DeskOutcome.NeedsReason, (await desk.RefuseAsync(Li, number, " ", null, Token)).Outcome);
        Assert.True((await desk.RefuseAsync(Li, number, "记录显示已到账", null, Token)).IsDone);
        Assert.Equal(new DeskResult(DeskOutcome.AlreadyDone, "小李"), await desk.RefuseAsync(Wang, number, "同上", null, Token));
    }

    [Fact]
    public async Task Switch_IsInForceFromTheNextTurn_AndNamesWhoMovedIt()
    {
        await using var house = await StartAsync();
        var number = await house.CallWithOrderAsync();
        var switches = house.Desk<IShopSwitch>();

        Assert.Equal(DeskOutcome.NeedsReason, (await switches.SetAsync(Admin, CommandMode.Shadow, "", Token)).Outcome);
        Assert.True((await switches.SetAsync(Admin, CommandMode.Shadow, "店铺接口异常", Token)).IsDone);
        Assert.True((await house.Desk<IDeskDecisions>().ApproveAsync(Reviewer, number, new Approval(Remedy.Cancel, "已核实", CustomerAgreed: true), Token)).IsDone);
        await house.DrainAsync();

        Assert.DoesNotContain(house.Shop.Effects, key => key.Contains("refund", StringComparison.Ordinal));
        var state = (await switches.ReadAsync(Li, Token))!;
        Assert.Equal((CommandMode.Shadow, "Ada", "店铺接口异常"), (state.Mode, state.By, state.Reason));

        await house.RestartAsync();
        Assert.Equal(CommandMode.Shadow, (await house.Desk<IShopSwitch>().ReadAsync(Li, Token))!.Mode);
    }

    [Fact]
    public async Task Dossier_NamesEachFactsSource_AndMasksWhatIsPersonal()
    {
        await using var house = await StartAsync();
        var number = await house.CallWithOrderAsync();

        var dossier = (await house.Desk<IDeskCase>().ReadAsync(Li, number, refresh: true, Token))!;

        Assert.Contains(new KnownFact("problem", "wrong_account", FactSource.Customer), dossier.Facts);
        Assert.Contains(new KnownFact("phone", "138****5678", FactSource.Shop), dossier.Facts);
        Assert.DoesNotContain(dossier.Facts, fact => fact.Value.Contains("13812345678", StringComparison.Ordinal));
        Assert.Equal((OrderNo, 10_000L), (dossier.Order!.OrderNo, dossier.Order.AmountFen));
        Assert.Contains("PersonCalled", dossier.Timeline.Select(entry => entry.Kind));
        Assert.Contains(Outcome.Withdrawn, dossier.Options.Closings);
    }

    [Fact]
    public async Task Figures_CountWhatWasMeasured_AndNothingElse()
    {
        await using var house = await StartAsync();
        var number = await house.CallAsync();
        Assert.Null((await house.Desk<IDeskFigures>().TodayAsync(Li, Token))!.MinutesToFirstAnswer);

        house.Clock.Advance(TimeSpan.FromMinutes(4));
        await house.Desk<IDeskBoard>().ClaimAsync(Li, number, Token);
        await house.Desk<IDeskConversation>().SayAsync(Li, number, "您好", "1", Token);
        await house.Desk<IDeskDecisions>().CloseAsync(Li, number, Outcome.NothingLost, null, Token);
        await house.SayAsync("满意", "m-7");
        await house.SayAsync("谢谢", "m-8");

        var figures = (await house.Desk<IDeskFigures>().TodayAsync(Li, Token))!;
        Assert.Equal((4.0, 1.0, 1), (figures.MinutesToFirstAnswer, figures.Satisfied, figures.SatisfactionAnswers));
        Assert.Null(figures.ReviewsOnTime);
        Assert.Contains(new CaseCount(null, Outcome.NothingLost, 1), figures.Cases);
    }

    [Fact]
    public async Task Wait_IsToldHonestly()
    {
        await using var house = await StartAsync();
        await house.Desk<IDeskControl>().SetOnlineAsync(false, Token);
        await house.SayAsync("转人工", "m-1");
        Assert.Contains("没有同事在线", (await house.WordsAsync())[^1], StringComparison.Ordinal);
        Assert.Contains("14:00", (await house.WordsAsync())[^1], StringComparison.Ordinal);

        await house.Desk<IDeskControl>().SetOnlineAsync(true, Token);
        for (var at = 0; at < 3; at++)
        {
            var number = await house.CallAsync($"test:w{at}");
            house.Clock.Advance(TimeSpan.FromMinutes(3));
            await house.Desk<IDeskBoard>().ClaimAsync(Wang, number, Token);
        }

        await house.CallAsync("test:late");
        var words = (await house.Transcript.ReadAsync("test:late", 0, 100, Token)).Where(entry => entry.Message is not null).Select(entry => entry.Message!.Text).ToList();
        Assert.Contains("前面还有 1 位", words[^2], StringComparison.Ordinal);
        Assert.Contains("大约要等 3 分钟", words[^1], StringComparison.Ordinal);
    }
}
