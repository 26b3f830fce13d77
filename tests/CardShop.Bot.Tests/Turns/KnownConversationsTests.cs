using CardShop.Bot.Persistence;
using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Turns;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Tests.Turns;

public sealed class KnownConversationsOnSqliteTests() : KnownConversationsTests(StoreKind.Sqlite);

public sealed class KnownConversationsOnPostgreSqlTests() : KnownConversationsTests(StoreKind.PostgreSql);

/// <summary>What is known of a conversation from the turn before, and when it is not relied on.</summary>
public abstract class KnownConversationsTests(StoreKind store) : StoreTest(store)
{
    [Fact]
    public async Task Conversation_IsKnown_AsItsLastTurnHasLeftIt_AndTakenOnce()
    {
        await using var bot = await CountingAsync();
        await bot.SayAsync("1", "a-1");
        var stand = Stand.Of(await bot.QueryAsync(context => context.Conversations.SingleAsync()));
        var known = bot.Get<KnownConversations>();

        Assert.Equal(1, known.Take(TurnHarness.ConversationId, stand)?.State.QuestionCount);
        Assert.Null(known.Take(TurnHarness.ConversationId, stand));
    }

    [Fact]
    public async Task Conversation_ThatStandsElsewhereInTheStore_IsNotKnown()
    {
        await using var bot = await CountingAsync();
        await bot.SayAsync("1", "a-1");
        var known = bot.Get<KnownConversations>();

        Assert.Null(known.Take(TurnHarness.ConversationId, new Stand(2, bot.Clock.GetUtcNow().UtcTicks)));
        Assert.Null(known.Take(TurnHarness.ConversationId, Stand.Of(await bot.QueryAsync(context => context.Conversations.SingleAsync()))));
    }

    [Fact]
    public async Task TurnThatIsNotSaved_LeavesNothingBehind()
    {
        await using var bot = await CountingAsync();
        await bot.SayAsync("1", "a-1");

        await Assert.ThrowsAsync<InvalidOperationException>(() => bot.Get<TurnExecutor>().RunAsync(
            "x-1",
            new InboundTurn(TurnHarness.ConversationId, "x-1", new CustomerSaid("2"), Echo: null),
            (_, _) => throw new InvalidOperationException("broken"),
            CancellationToken.None));
        await bot.SayAsync("2", "a-2");

        Assert.Equal([0, 1, 1], bot.Engine.Turns.Select(turn => turn.State.QuestionCount));
        Assert.Equal(["1", "2"], await bot.WordsAsync());
    }

    [Fact]
    public async Task ConversationThatWasChangedInTheStore_IsReadAgain()
    {
        await using var bot = await CountingAsync();
        await bot.SayAsync("1", "a-1");
        await bot.QueryAsync(context => context.Conversations.ExecuteUpdateAsync(row => row
            .SetProperty(conversation => conversation.Version, conversation => conversation.Version + 1)
            .SetProperty(conversation => conversation.State, """{"questionCount":41}""")));

        await bot.SayAsync("2", "a-2");

        Assert.Equal(41, bot.Engine.Turns[^1].State.QuestionCount);
    }

    [Fact]
    public async Task ConversationThatIsGone_IsNotTakenUp()
    {
        await using var bot = await CountingAsync();
        await bot.SayAsync("1", "a-1");
        await bot.QueryAsync(context => context.Conversations.ExecuteDeleteAsync());

        await Assert.ThrowsAsync<ConversationNotFoundException>(() => bot.SayAsync("2", "a-2"));
    }

    [Fact]
    public async Task DeadlineOfAKnownConversation_IsMovedAndRemoved()
    {
        await using var bot = await HarnessAsync();
        var at = bot.Clock.GetUtcNow();
        await DecideAsync("1", new Deadline(DeadlineKind.WindowEnd, at.AddMinutes(1)), new Deadline(DeadlineKind.ReviewDue, at.AddMinutes(2)));
        await DecideAsync("2", new Deadline(DeadlineKind.ReviewDue, at.AddMinutes(3)));

        var rows = await bot.QueryAsync(context => context.Deadlines.ToListAsync());
        Assert.Equal((DeadlineKind.ReviewDue, at.AddMinutes(3)), (rows.Single().Kind, rows.Single().DueAt));

        await DecideAsync("3");
        Assert.Empty(await bot.QueryAsync(context => context.Deadlines.ToListAsync()));

        Task DecideAsync(string id, params Deadline[] deadlines)
        {
            bot.Engine.Script = _ => ScriptedEngine.Says(id) with { Deadlines = deadlines };
            return bot.SayAsync(id, $"a-{id}");
        }
    }

    /// <summary>An engine that counts the turns in its state.</summary>
    private async Task<TurnHarness> CountingAsync()
    {
        var bot = await HarnessAsync();
        bot.Engine.Script = turn => ScriptedEngine.Says($"{turn.State.QuestionCount + 1}") with { State = turn.State with { QuestionCount = turn.State.QuestionCount + 1 } };
        return bot;
    }
}
