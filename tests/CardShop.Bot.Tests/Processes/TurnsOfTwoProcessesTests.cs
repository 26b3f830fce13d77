using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Tests.Processes;

public sealed class TurnsOfTwoProcessesTests
{
    [Fact]
    public async Task TurnsAtOnce_RunOneAtATime_AndNoneIsLostOrDoubled()
    {
        await using var both = await TwoProcesses.StartAsync();
        var running = 0;
        var most = 0;
        both.First.Engine.Script = both.Second.Engine.Script = turn => turn.Facts.TryGet(new ReadOrder("O-1"), out _)
            ? ScriptedEngine.Says(((CustomerSaid)turn.Incoming).Text)
            : new NeedsFacts([new ReadOrder("O-1")]);
        both.First.Shop.OnAsk = async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(TimeSpan.FromMilliseconds(5));
            Interlocked.Decrement(ref running);
            return new NotFoundAnswer();
        };

        await Task.WhenAll(Enumerable.Range(0, 40).Select(index => Task.Run(() => both.Of(index).SayAsync($"{index}", $"a-{index}"))));

        Assert.Equal(1, most);
        var entries = await both.First.Transcript.ReadAsync(TurnHarness.ConversationId, 0, 100, CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, 80).Select(sequence => (long)sequence), entries.Select(entry => entry.Sequence));
        Assert.Equal(Enumerable.Range(0, 40).Select(index => $"{index}").Order(), (await both.Second.WordsAsync()).Order());
        Assert.Equal(40, both.First.Engine.Turns.Count + both.Second.Engine.Turns.Count);
    }

    [Fact]
    public async Task TurnsByTurns_AnswerInOrder()
    {
        await using var both = await TwoProcesses.StartAsync();
        both.First.Engine.Script = both.Second.Engine.Script = turn => ScriptedEngine.Says(((CustomerSaid)turn.Incoming).Text);

        for (var index = 0; index < 20; index++)
        {
            await both.Of(index).SayAsync($"{index}", $"a-{index}");
        }

        Assert.Equal(Enumerable.Range(0, 20).Select(index => $"{index}"), await both.First.WordsAsync());
    }

    [Fact]
    public async Task EachTurn_BuildsOnTheOneBefore_WhicheverProcessRanIt()
    {
        await using var both = await TwoProcesses.StartAsync();
        var due = both.First.Clock.GetUtcNow();
        both.First.Engine.Script = both.Second.Engine.Script = turn => ScriptedEngine.Says("ok") with
        {
            State = turn.State with { QuestionCount = turn.State.QuestionCount + 1 },
            Deadlines = [new Deadline(DeadlineKind.WindowEnd, due.AddMinutes(turn.State.QuestionCount + 1))],
        };
        int[] order = [0, 0, 1, 0, 1, 1, 0];

        for (var index = 0; index < order.Length; index++)
        {
            await both.Of(order[index]).SayAsync($"{index}", $"a-{index}");
        }

        Assert.Equal(Enumerable.Range(0, order.Length), both.First.Engine.Turns.Concat(both.Second.Engine.Turns).Select(turn => turn.State.QuestionCount).Order());
        Assert.Equal([due.AddMinutes(order.Length)], await both.First.QueryAsync(context => context.Deadlines.Select(row => row.DueAt).ToListAsync()));
    }

    [Fact]
    public async Task SameActivityAtOnce_HasOneEffect_AndBothAnswerIt()
    {
        await using var both = await TwoProcesses.StartAsync();
        both.First.Engine.Script = both.Second.Engine.Script = _ => ScriptedEngine.Sends(Orders.Cancel());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(index => Task.Run(() => both.Of(index).SayAsync("好", "a-1"))));

        Assert.Single(outcomes, outcome => !outcome.Repeated);
        Assert.Single(outcomes.Select(outcome => outcome.Entries[^1].Id).Distinct());
        Assert.Equal(1, await both.First.QueryAsync(context => context.Outbox.CountAsync()));
    }

    [Fact]
    public async Task ConversationOpenedByBothAtOnce_IsOne()
    {
        await using var both = await TwoProcesses.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(index =>
            Task.Run(() => both.Of(index).Runner.OpenAsync(new ConversationOpening("test:2", "test", null, $"{index}"), CancellationToken.None))));

        Assert.Equal(2, await both.First.QueryAsync(context => context.Conversations.CountAsync()));
    }

    [Fact]
    public async Task TurnWhoseProcessDies_HoldsNobodyUp()
    {
        await using var both = await TwoProcesses.StartAsync();
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<ShopAnswer> never = new(TaskCreationOptions.RunContinuationsAsynchronously);
        both.First.Engine.Script = turn => turn.Facts.TryGet(new ReadOrder("O-1"), out _) ? ScriptedEngine.Says("late") : new NeedsFacts([new ReadOrder("O-1")]);
        both.First.Shop.OnAsk = _ =>
        {
            asked.TrySetResult();
            return never.Task;
        };
        var dying = both.First.SayAsync("1", "a-1");
        await asked.Task;
        var waiting = both.Second.SayAsync("2", "a-2");

        // The server sees a process's end as the end of its connections.
        await both.Second.QueryAsync(context => context.Database.ExecuteSqlRawAsync(
            "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'"));

        Assert.False((await waiting).Repeated);
        both.First.Engine.Script = _ => ScriptedEngine.Says("again");
        never.SetResult(new NotFoundAnswer());
        Assert.False((await dying).Repeated);
        Assert.Equal([nameof(CustomerSaid), "again"], await both.First.WordsAsync());
    }

    [Fact]
    public async Task DeadlineSweptByBothAtOnce_WakesOnce()
    {
        await using var both = await TwoProcesses.StartAsync();
        both.First.Engine.Script = both.Second.Engine.Script = turn => turn.Incoming is DeadlineReached
            ? ScriptedEngine.Says("woken")
            : ScriptedEngine.Says("waiting") with { Deadlines = [new Deadline(DeadlineKind.WindowEnd, turn.Now + TimeSpan.FromMinutes(15))] };
        await both.First.SayAsync("hi", "a-1");
        both.First.Clock.Advance(TimeSpan.FromMinutes(15));

        var woken = await Task.WhenAll(Enumerable.Range(0, 6).Select(index =>
            Task.Run(() => both.Of(index).Get<DeadlineSweeper>().SweepAsync(CancellationToken.None))));

        Assert.Equal(1, woken.Sum());
        Assert.Equal(["waiting", "woken"], await both.First.WordsAsync());
        Assert.Equal(2, both.First.Engine.Turns.Count + both.Second.Engine.Turns.Count);
    }
}
