using CardShop.Bot.Shop;
using CardShop.Bot.Tests.Fakes;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Tests.Outbox;

public sealed class CommandOutboxOnSqliteTests() : CommandOutboxTests(StoreKind.Sqlite);

public sealed class CommandOutboxOnPostgreSqlTests() : CommandOutboxTests(StoreKind.PostgreSql);

public abstract class CommandOutboxTests(StoreKind store) : StoreTest(store)
{
    private static readonly NotKnown Silence = new("silence");

    [Fact]
    public async Task Command_IsSentAfterTheSave_AndItsResultComesBackOnce()
    {
        await using var bot = await StartAsync(Orders.Cancel());

        await bot.SayAsync("好", "a-1");
        Assert.Empty(bot.Shop.Calls);
        await bot.DrainAsync();
        await bot.DrainAsync();

        Assert.Equal([Orders.Cancel().Key], bot.Shop.Effects);
        Assert.Equal(["sending", "CommandDone"], await bot.WordsAsync());
        Assert.Equal(1, await bot.QueryAsync(context => context.Changes.CountAsync()));
    }

    [Fact]
    public async Task ProcessDiesBetweenTheShopsAnswerAndTheSave_OneEffect_OneResult()
    {
        await using var bot = await StartAsync(Orders.Cancel());
        await bot.SayAsync("好", "a-1");
        var script = bot.Engine.Script;
        bot.Engine.Script = _ => throw new InvalidOperationException("the process dies here");
        await bot.DrainAsync();
        Assert.Single(bot.Shop.Effects);

        await bot.RestartAsync();
        bot.Engine.Script = script;
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.DrainAsync();

        Assert.Single(bot.Shop.Effects);
        Assert.Equal(["sending", "CommandDone"], await bot.WordsAsync());
    }

    [Fact]
    public async Task ProcessDiesBeforeSending_CommandIsSentAfterTheRestart()
    {
        await using var bot = await StartAsync(Orders.Cancel());
        await bot.SayAsync("好", "a-1");

        await bot.RestartAsync();
        await bot.DrainAsync();

        Assert.Equal([Orders.Cancel().Key], bot.Shop.Effects);
    }

    [Fact]
    public async Task Commands_OfOneConversation_GoInOrder()
    {
        await using var bot = await StartAsync(Orders.Cancel(1, "O-1"), Orders.Cancel(2, "O-2"), Orders.Cancel(3, "O-3"));

        await bot.SayAsync("好", "a-1");
        await Task.WhenAll(bot.DrainAsync(), bot.DrainAsync());

        Assert.Equal(["O-1", "O-2", "O-3"], bot.Shop.Calls.Select(call => $"O-{call[^1]}"));
    }

    [Fact]
    public async Task AnswerLost_IsLookedUp_AndTheCustomerNeverNotices()
    {
        await using var bot = await StartAsync(Orders.Cancel());
        bot.Shop.AfterEffect = _ => Silence;

        await bot.SayAsync("好", "a-1");
        await bot.DrainAsync();

        Assert.Equal([$"send {Orders.Cancel().Key}", $"look up {Orders.Cancel().Key}"], bot.Shop.Calls);
        Assert.Equal(["sending", "CommandDone"], await bot.WordsAsync());
    }

    [Fact]
    public async Task RequestLost_IsSentAgainWithTheSameKey()
    {
        await using var bot = await StartAsync(Orders.Cancel());
        var lost = 0;
        bot.Shop.BeforeEffect = _ => lost++ == 0 ? Silence : null;

        await bot.SayAsync("好", "a-1");
        await bot.DrainAsync();

        Assert.Single(bot.Shop.Effects);
        Assert.Equal(["sending", "CommandDone"], await bot.WordsAsync());
    }

    [Fact]
    public async Task ShopDown_UnknownIsToldOnce_AndTheTruthWhenItIsBack()
    {
        await using var bot = await StartAsync(Orders.Cancel());
        Silent(bot);
        await bot.SayAsync("好", "a-1");
        for (var minute = 0; minute < 5; minute++)
        {
            await bot.DrainAsync();
            bot.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["sending", "CommandUnknown"], await bot.WordsAsync());

        Answering(bot);
        await bot.DrainAsync();

        Assert.Single(bot.Shop.Effects);
        Assert.Equal(["sending", "CommandUnknown", "CommandDone"], await bot.WordsAsync());
    }

    [Fact]
    public async Task UnknownForTooLong_IsAbandonedOnce_HoldsNobodyUp_AndTheLateTruthStillArrives()
    {
        await using var bot = await StartAsync(Orders.Cancel(1, "O-1"), Orders.Cancel(2, "O-2"));
        bot.Shop.BeforeEffect = command => command.OrderNo == "O-1" ? Silence : null;
        bot.Shop.OnLookUp = bot.Shop.BeforeEffect;
        await bot.SayAsync("好", "a-1");
        await bot.DrainAsync();
        Assert.Empty(bot.Shop.Effects);

        bot.Clock.Advance(TimeSpan.FromMinutes(11));
        await bot.DrainAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(11));
        await bot.DrainAsync();

        Assert.Equal(["sending", "CommandUnknown", "CommandAbandoned", "CommandDone"], await bot.WordsAsync());
        Assert.Equal([Orders.Cancel(2).Key], bot.Shop.Effects);

        Answering(bot);
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.DrainAsync();

        Assert.Equal(["sending", "CommandUnknown", "CommandAbandoned", "CommandDone", "CommandDone"], await bot.WordsAsync());
        Assert.Equal(2, bot.Shop.Effects.Count);
    }

    [Fact]
    public async Task Unknown_SurvivesARestart()
    {
        await using var bot = await StartAsync(Orders.Cancel());
        Silent(bot);
        await bot.SayAsync("好", "a-1");
        await bot.DrainAsync();

        await bot.RestartAsync();
        Answering(bot);
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.DrainAsync();

        Assert.Equal(["sending", "CommandUnknown", "CommandDone"], await bot.WordsAsync());
    }

    [Fact]
    public async Task HoldThatIsNotAnswered_CountsAsRefused_AndDoesNotDelayTheCancellationBehindIt()
    {
        await using var bot = await StartAsync(Orders.Hold(), Orders.Cancel());
        bot.Shop.BeforeEffect = command => command is HoldOrder ? Silence : null;

        await bot.SayAsync("好", "a-1");
        await bot.DrainAsync();

        Assert.Equal([$"send {Orders.Hold().Key}", $"send {Orders.Cancel().Key}"], bot.Shop.Calls);
        Assert.Equal(["sending", "CommandRefused unreachable", "CommandDone"], await bot.WordsAsync());
    }

    [Fact]
    public async Task HoldWhoseAnswerCanNotBeTold_IsGivenUp()
    {
        await using var bot = await StartAsync(Orders.Hold(), Orders.Cancel());
        var script = bot.Engine.Script;
        bot.Engine.Script = turn => turn.Incoming is CommandAnswered { Command: HoldOrder } ? throw new InvalidOperationException("broken") : script(turn);

        await bot.SayAsync("好", "a-1");
        for (var minute = 0; minute < 5; minute++)
        {
            await bot.DrainAsync();
            bot.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Contains(Orders.Cancel().Key, bot.Shop.Effects);
        Assert.Equal(1, await bot.QueryAsync(context => context.Outbox.CountAsync(row => row.State == OutboxState.Poisoned)));
    }

    [Fact]
    public async Task ShopThatAsksToWait_IsLeftInPeaceForThatLong()
    {
        await using var bot = await StartAsync(Orders.Cancel());
        bot.Shop.BeforeEffect = _ => new NotKnown("HTTP 429", TimeSpan.FromMinutes(2));
        await bot.SayAsync("好", "a-1");
        await bot.DrainAsync();

        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.DrainAsync();
        Assert.Single(bot.Shop.Calls);

        Answering(bot);
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.DrainAsync();
        Assert.Single(bot.Shop.Effects);
    }

    [Theory]
    [InlineData(CommandMode.Shadow)]
    [InlineData(CommandMode.Off)]
    public async Task CommandsNotLive_NothingLeavesTheHouse_ButTheAuditRecordHasIt(CommandMode mode)
    {
        await using var bot = await HarnessAsync(mode);
        bot.Engine.Script = _ => ScriptedEngine.Sends(Orders.Cancel());

        await bot.SayAsync("好", "a-1");
        await bot.DrainAsync();

        Assert.Empty(bot.Shop.Calls);
        Assert.Contains("CommandOrdered", await bot.QueryAsync(context => context.CaseEvents.Select(row => row.Kind).ToListAsync()));
    }

    [Fact]
    public async Task CommandsSwitchedOff_WhatWasDecidedBefore_IsFollowedButNotSent()
    {
        await using var bot = await StartAsync(Orders.Cancel());
        await bot.SayAsync("好", "a-1");

        await bot.RestartAsync(CommandMode.Off);
        await bot.DrainAsync();

        Assert.Equal([$"look up {Orders.Cancel().Key}"], bot.Shop.Calls);
        Assert.Empty(bot.Shop.Effects);
    }

    [Fact]
    public async Task Settle_WaitsForTheResult_AndForWhatFollowsFromIt()
    {
        await using var bot = await StartAsync(Orders.Hold());
        var script = bot.Engine.Script;
        bot.Engine.Script = turn => turn.Incoming is CommandAnswered { Command: HoldOrder } ? ScriptedEngine.Sends(Orders.Cancel()) : script(turn);

        await bot.SayAsync("充错了", "a-1");
        await bot.Runner.SettleAsync(TurnHarness.ConversationId, TimeSpan.FromMinutes(1), CancellationToken.None);

        Assert.Equal(["sending", "sending", "CommandDone"], await bot.WordsAsync());
    }

    [Fact]
    public async Task Settle_EndsWithThePatience_WhenTheShopStaysSilent()
    {
        await using var bot = await StartAsync(Orders.Cancel());
        Silent(bot);

        await bot.SayAsync("好", "a-1");
        await bot.Runner.SettleAsync(TurnHarness.ConversationId, TimeSpan.FromMilliseconds(200), CancellationToken.None);

        Assert.Equal(["sending", "CommandUnknown"], await bot.WordsAsync());
    }

    /// <summary>The customer's word sends these commands; each result is told by its name.</summary>
    private async Task<TurnHarness> StartAsync(params ShopCommand[] commands)
    {
        var bot = await HarnessAsync();
        bot.Engine.Script = turn => turn.Incoming switch
        {
            CommandAnswered { Result: CommandRefused refused } => ScriptedEngine.Says($"CommandRefused {refused.Code}"),
            CommandAnswered answered => ScriptedEngine.Says(answered.Result.GetType().Name),
            _ => ScriptedEngine.Sends(commands),
        };
        return bot;
    }

    private static void Silent(TurnHarness bot)
    {
        bot.Shop.BeforeEffect = _ => Silence;
        bot.Shop.OnLookUp = _ => Silence;
    }

    private static void Answering(TurnHarness bot)
    {
        bot.Shop.BeforeEffect = _ => null;
        bot.Shop.OnLookUp = _ => null;
    }
}
