using CardShop.Bot.Desk;
using CardShop.Bot.Evidence;
using CardShop.Bot.Evidence.Storage;
using CardShop.Bot.Hosting;
using CardShop.Bot.Outbox;
using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Tests.Hosting;

public sealed class ControlsTests
{
    [Fact]
    public async Task ClockThatMoved_RunsTheDeadline_AndTheCommandThatFollowsFromIt()
    {
        await using var bot = await TurnHarness.StartAsync();
        bot.Engine.Script = turn => turn.Incoming switch
        {
            DeadlineReached => ScriptedEngine.Sends(Orders.Cancel()),
            CommandAnswered => ScriptedEngine.Says("done"),
            _ => ScriptedEngine.Says("waiting") with { Deadlines = [new Deadline(DeadlineKind.WindowEnd, turn.Now.AddMinutes(15))] },
        };
        await bot.SayAsync("hi", "a-1");

        bot.Clock.Advance(TimeSpan.FromMinutes(15));
        await new DueWork(bot.Get<DeadlineSweeper>(), bot.Get<OutboxDispatcher>(), bot.Get<EvidenceSweeper>(), bot.Get<HolderSweeper>()).RunDueAsync(CancellationToken.None);

        Assert.Equal(["waiting", "sending", "done"], await bot.WordsAsync());
    }

    [Fact]
    public async Task Reset_EmptiesTheBooks_SendsNothingMore_AndKeepsTheAuditRecord()
    {
        await using var bot = await TurnHarness.StartAsync();
        bot.Engine.Script = _ => ScriptedEngine.Sends(Orders.Cancel());
        await bot.SayAsync("好", "a-1");

        await ResetAsync(bot);
        await bot.DrainAsync();

        Assert.Empty(bot.Shop.Calls);
        Assert.Null(await bot.Transcript.FindAsync(TurnHarness.ConversationId, CancellationToken.None));
        Assert.NotEqual(0, await bot.QueryAsync(context => context.CaseEvents.CountAsync()));
    }

    [Fact]
    public async Task TurnUnderWayDuringAReset_SavesNothing()
    {
        await using var bot = await TurnHarness.StartAsync();
        bot.Engine.Script = turn => turn.Facts.TryGet(new CardShop.Dialogs.Shop.ReadOrder("O-1"), out _)
            ? ScriptedEngine.Sends(Orders.Cancel())
            : new NeedsFacts([new CardShop.Dialogs.Shop.ReadOrder("O-1")]);
        bot.Shop.OnAsk = async _ =>
        {
            await ResetAsync(bot);
            return new CardShop.Dialogs.Shop.NotFoundAnswer();
        };

        await Assert.ThrowsAsync<ConversationNotFoundException>(() => bot.SayAsync("好", "a-1"));

        Assert.Equal(0, await bot.QueryAsync(context => context.Outbox.CountAsync()));
    }

    private static Task ResetAsync(TurnHarness bot) =>
        new BotReset(bot.Get<IDbContextFactory<BotDbContext>>(), bot.Get<OutboxDispatcher>(), bot.Get<EvidenceVault>(), bot.Get<DeskSignals>()).ResetAsync(CancellationToken.None);
}
