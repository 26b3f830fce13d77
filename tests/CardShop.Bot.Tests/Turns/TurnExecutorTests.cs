using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Persistence.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Tests.Turns;

public sealed class TurnExecutorOnSqliteTests() : TurnExecutorTests(StoreKind.Sqlite)
{
    [Fact]
    public async Task VersionConflict_RunsTheTurnAgain_OnWhatIsStored()
    {
        await using var bot = await HarnessAsync();
        var asked = 0;
        bot.Engine.Script = turn =>
        {
            if (turn.Facts.TryGet(new ReadOrder("O-1"), out _))
            {
                return ScriptedEngine.Says("ok");
            }

            return new NeedsFacts([new ReadOrder("O-1")]);
        };
        bot.Shop.OnAsk = async _ =>
        {
            if (asked++ == 0)
            {
                await bot.QueryAsync(context => context.Conversations.ExecuteUpdateAsync(
                    row => row.SetProperty(conversation => conversation.Version, conversation => conversation.Version + 1)));
            }

            return new NotFoundAnswer();
        };

        var outcome = await bot.SayAsync("hi", "a-1");

        Assert.False(outcome.Repeated);
        Assert.Equal(2, asked);
        Assert.Equal(2, outcome.Entries.Count);
    }
}

public sealed class TurnExecutorOnPostgreSqlTests() : TurnExecutorTests(StoreKind.PostgreSql);

public abstract class TurnExecutorTests(StoreKind store) : StoreTest(store)
{
    [Fact]
    public async Task Turn_StoresTheCustomersWordsFirst_AndRepliesToThem()
    {
        await using var bot = await HarnessAsync();

        var outcome = await bot.SayAsync("充错了", "a-1");

        Assert.False(outcome.Repeated);
        Assert.Collection(
            outcome.Entries,
            echo => Assert.Equal((1, Speaker.Customer, "a-1"), (echo.Sequence, echo.Speaker, echo.Id)),
            reply => Assert.Equal((2, Speaker.Bot, "a-1"), (reply.Sequence, reply.Speaker, reply.ReplyTo)));
        Assert.Equal(
            outcome.Entries.Select(entry => entry.Id),
            (await bot.Transcript.ReadAsync(TurnHarness.ConversationId, 0, 100, CancellationToken.None)).Select(entry => entry.Id));
    }

    [Fact]
    public async Task SameActivityTwice_AnswersTheFirstOutcome_AndChangesNothing()
    {
        await using var bot = await HarnessAsync();
        bot.Engine.Script = _ => ScriptedEngine.Sends(Orders.Cancel());

        var first = await bot.SayAsync("好", "a-1");
        var second = await bot.SayAsync("好", "a-1");

        Assert.True(second.Repeated);
        Assert.Equal(first.Entries.Select(entry => entry.Id), second.Entries.Select(entry => entry.Id));
        Assert.Single(bot.Engine.Turns);
        Assert.Equal(1, await bot.QueryAsync(context => context.Outbox.CountAsync()));
    }

    [Fact]
    public async Task SameActivityTwiceAtOnce_HasOneEffect()
    {
        await using var bot = await HarnessAsync();
        bot.Engine.Script = _ => ScriptedEngine.Sends(Orders.Cancel());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => bot.SayAsync("好", "a-1"))));

        Assert.Single(outcomes, outcome => !outcome.Repeated);
        Assert.Equal(1, await bot.QueryAsync(context => context.Outbox.CountAsync()));
    }

    [Fact]
    public async Task ParallelTurns_RunOneAtATime_AndLeaveNoGap()
    {
        await using var bot = await HarnessAsync();
        var running = 0;
        var most = 0;
        bot.Engine.Script = turn =>
        {
            if (turn.Facts.TryGet(new ReadOrder("O-1"), out _))
            {
                return ScriptedEngine.Says("ok");
            }

            return new NeedsFacts([new ReadOrder("O-1")]);
        };
        bot.Shop.OnAsk = async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return new NotFoundAnswer();
        };

        await Task.WhenAll(Enumerable.Range(0, 20).Select(index => Task.Run(() => bot.SayAsync("hi", $"a-{index}"))));

        Assert.Equal(1, most);
        var sequences = (await bot.Transcript.ReadAsync(TurnHarness.ConversationId, 0, 100, CancellationToken.None)).Select(entry => entry.Sequence);
        Assert.Equal(Enumerable.Range(1, 40).Select(sequence => (long)sequence), sequences);
    }

    [Fact]
    public async Task EngineThatThrows_SavesNothing()
    {
        await using var bot = await HarnessAsync();
        var works = bot.Engine.Script;
        bot.Engine.Script = _ => throw new InvalidOperationException("broken");

        await Assert.ThrowsAsync<InvalidOperationException>(() => bot.SayAsync("hi", "a-1"));
        Assert.Empty(await bot.Transcript.ReadAsync(TurnHarness.ConversationId, 0, 100, CancellationToken.None));

        bot.Engine.Script = works;
        Assert.False((await bot.SayAsync("hi", "a-1")).Repeated);
    }

    [Fact]
    public async Task EngineThatNeverDecides_IsStopped()
    {
        await using var bot = await HarnessAsync();
        var round = 0;
        bot.Engine.Script = _ => new NeedsFacts([new ReadOrder($"O-{round++}")]);

        await Assert.ThrowsAsync<InvalidOperationException>(() => bot.SayAsync("hi", "a-1"));

        Assert.Equal(12, round);
    }

    [Fact]
    public async Task UnknownConversation_IsRefused()
    {
        await using var bot = await HarnessAsync();

        await Assert.ThrowsAsync<ConversationNotFoundException>(() => bot.SayAsync("hi", "a-1", "test:unknown"));
    }

    [Fact]
    public async Task ClientThatNamesItsActivityLikeACommandsResult_KeepsNothingFromArriving()
    {
        await using var bot = await HarnessAsync();
        bot.Engine.Script = turn => turn.Incoming is CustomerSaid ? ScriptedEngine.Sends(Orders.Cancel()) : ScriptedEngine.Says("done");

        await bot.SayAsync("好", $"cmd:{Orders.Cancel().Key}:done");
        await bot.DrainAsync();

        Assert.Contains("done", await bot.WordsAsync());
    }

    [Fact]
    public async Task Waiting_EndsWithTheNextEntry()
    {
        await using var bot = await HarnessAsync();

        var waiting = bot.Transcript.WaitAsync(TurnHarness.ConversationId, 0, CancellationToken.None);
        await bot.SayAsync("hi", "a-1");

        Assert.Equal(TranscriptNews.Entries, await waiting);
        Assert.Equal(TranscriptNews.Entries, await bot.Transcript.WaitAsync(TurnHarness.ConversationId, 0, CancellationToken.None));
    }

    [Fact]
    public async Task AskingTheShop_SignsTyping()
    {
        await using var bot = await HarnessAsync();
        bot.Engine.Script = turn => turn.Facts.TryGet(new ReadOrder("O-1"), out _) ? ScriptedEngine.Says("ok") : new NeedsFacts([new ReadOrder("O-1")]);

        var waiting = bot.Transcript.WaitAsync(TurnHarness.ConversationId, 0, CancellationToken.None);

        // The shop takes its time: there is no entry before the sign.
        bot.Shop.OnAsk = async _ =>
        {
            await waiting;
            return new NotFoundAnswer();
        };
        await bot.SayAsync("hi", "a-1");

        Assert.Equal(TranscriptNews.Typing, await waiting);
    }
}
