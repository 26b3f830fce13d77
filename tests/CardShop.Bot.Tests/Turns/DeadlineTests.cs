using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Turns;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Tests.Turns;

public sealed class DeadlineOnSqliteTests() : DeadlineTests(StoreKind.Sqlite);

public sealed class DeadlineOnPostgreSqlTests() : DeadlineTests(StoreKind.PostgreSql);

public abstract class DeadlineTests(StoreKind store) : StoreTest(store)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task Deadline_WakesTheConversationWhenItIsDue_AndOnlyOnce()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync("hi", "a-1");

        bot.Clock.Advance(Window - TimeSpan.FromTicks(1));
        await SweepAsync(bot);
        Assert.Equal(["waiting"], await bot.WordsAsync());

        bot.Clock.Advance(TimeSpan.FromTicks(1));
        await Task.WhenAll(SweepAsync(bot), SweepAsync(bot));
        await SweepAsync(bot);
        Assert.Equal(["waiting", "woken"], await bot.WordsAsync());
    }

    [Fact]
    public async Task Deadline_SurvivesARestart()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync("hi", "a-1");

        await bot.RestartAsync();
        bot.Clock.Advance(Window);
        await SweepAsync(bot);

        Assert.Equal(["waiting", "woken"], await bot.WordsAsync());
    }

    [Fact]
    public async Task NextTurn_ReplacesTheDeadlines()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync("hi", "a-1");
        bot.Engine.Script = _ => ScriptedEngine.Says("settled");
        await bot.SayAsync("ok", "a-2");

        bot.Clock.Advance(Window);
        await SweepAsync(bot);

        Assert.Equal(["waiting", "settled"], await bot.WordsAsync());
        Assert.Equal(0, await bot.QueryAsync(context => context.Deadlines.CountAsync()));
    }

    [Fact]
    public async Task TurnThatWantsTheMomentItWasWokenBy_IsNotWokenAgain()
    {
        await using var bot = await StartAsync();
        var due = bot.Clock.GetUtcNow() + Window;
        bot.Engine.Script = turn => ScriptedEngine.Says(turn.Incoming.GetType().Name) with { Deadlines = [new Deadline(DeadlineKind.WindowEnd, due)] };
        await bot.SayAsync("hi", "a-1");

        bot.Clock.Advance(Window);
        await SweepAsync(bot);
        await SweepAsync(bot);

        Assert.Equal([nameof(CustomerSaid), nameof(DeadlineReached)], await bot.WordsAsync());
    }

    [Fact]
    public async Task DeadlineThatMayComeEarly_IsNotWrittenWithEveryTurn_AndStillComesAtItsTime()
    {
        await using var bot = await StartAsync();
        var start = bot.Clock.GetUtcNow();
        var due = start;
        bot.Engine.Script = turn =>
        {
            due = turn.Incoming is DeadlineReached ? due : turn.Now + Window;
            return ScriptedEngine.Says(turn.Now < due ? "not yet" : "now") with { Deadlines = turn.Now < due ? [new Deadline(DeadlineKind.Unanswered, due)] : [] };
        };
        await bot.SayAsync("hi", "a-1");
        bot.Clock.Advance(TimeSpan.FromMinutes(5));
        await bot.SayAsync("still here", "a-2");
        Assert.Equal(start + Window, await StoredAsync());

        bot.Clock.Advance(TimeSpan.FromMinutes(10));
        await SweepAsync(bot);
        Assert.Equal(start + TimeSpan.FromMinutes(5) + Window, await StoredAsync());

        bot.Clock.Advance(TimeSpan.FromMinutes(5));
        await SweepAsync(bot);
        await SweepAsync(bot);
        Assert.Equal(["not yet", "not yet", "not yet", "now"], await bot.WordsAsync());
        Assert.Equal(0, await bot.QueryAsync(context => context.Deadlines.CountAsync()));

        Task<DateTimeOffset> StoredAsync() => bot.QueryAsync(context => context.Deadlines.Select(row => row.DueAt).SingleAsync());
    }

    [Fact]
    public async Task DeadlineWhoseTurnFails_IsTriedAgainLater_AndHoldsNobodyElseUp()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync("hi", "a-1");
        var script = bot.Engine.Script;
        bot.Engine.Script = _ => throw new InvalidOperationException("broken");
        bot.Clock.Advance(Window);
        await SweepAsync(bot);
        await SweepAsync(bot);

        bot.Engine.Script = script;
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await SweepAsync(bot);

        Assert.Equal(["waiting", "woken"], await bot.WordsAsync());
    }

    private async Task<TurnHarness> StartAsync()
    {
        var bot = await HarnessAsync();
        bot.Engine.Script = turn => turn.Incoming is DeadlineReached
            ? ScriptedEngine.Says("woken")
            : ScriptedEngine.Says("waiting") with { Deadlines = [new Deadline(DeadlineKind.WindowEnd, turn.Now + Window)] };
        return bot;
    }

    private static Task<int> SweepAsync(TurnHarness bot) => bot.Get<DeadlineSweeper>().SweepAsync(CancellationToken.None);
}
