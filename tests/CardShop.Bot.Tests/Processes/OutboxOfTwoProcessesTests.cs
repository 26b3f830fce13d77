using CardShop.Bot.Outbox;
using CardShop.Bot.Persistence;
using CardShop.Bot.Shop;
using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CardShop.Bot.Tests.Processes;

public sealed class OutboxOfTwoProcessesTests
{
    private static readonly Lane Words = new(TurnHarness.ConversationId, OutboxKind.ChannelEntry);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EntriesSentByBothAtOnce_GoOutOnce_AndInOrder()
    {
        await using var both = await TwoProcesses.StartAsync("pushed");
        both.First.Engine.Script = turn => ScriptedEngine.Says(((CustomerSaid)turn.Incoming).Text);
        for (var index = 0; index < 20; index++)
        {
            await both.First.SayAsync($"{index}", $"a-{index}");
        }

        await Task.WhenAll(Enumerable.Range(0, 6).Select(index => Task.Run(() => both.Of(index).DrainAsync())));

        Assert.Equal(Enumerable.Range(0, 20).Select(index => $"{index}"), both.First.Sender.Delivered);
    }

    [Fact]
    public async Task CommandsSentByBothAtOnce_ReachTheShopOnce_AndInOrder()
    {
        await using var both = await TwoProcesses.StartAsync();
        both.First.Engine.Script = both.Second.Engine.Script = turn => turn.Incoming is CustomerSaid
            ? ScriptedEngine.Sends(Orders.Hold(), Orders.Cancel(1), Orders.Cancel(2))
            : ScriptedEngine.Says("ok");
        await both.First.SayAsync("好", "a-1");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(index => Task.Run(() => both.Of(index).DrainAsync())));

        Assert.Equal([$"send {Orders.Hold().Key}", $"send {Orders.Cancel(1).Key}", $"send {Orders.Cancel(2).Key}"], both.First.Shop.Calls);
        Assert.Equal(4, both.First.Engine.Turns.Count + both.Second.Engine.Turns.Count);
    }

    [Fact]
    public async Task LaneThatTheOtherProcessIsSending_IsLeftToIt()
    {
        await using var both = await TwoProcesses.StartAsync("pushed");
        await both.First.SayAsync("hi", "a-1");
        var claim = await both.First.Get<IClaims>().TryTakeAsync($"outbox/{Words.Kind}/{Words.ConversationId}", Token);

        var again = await both.Second.Get<OutboxDispatcher>().DrainAsync(Words, Token);

        Assert.NotNull(again);
        Assert.Empty(both.First.Sender.Delivered);
        await claim!.DisposeAsync();
        Assert.Null(await both.Second.Get<OutboxDispatcher>().DrainAsync(Words, Token));
        Assert.Single(both.First.Sender.Delivered);
    }

    [Fact]
    public async Task ClaimOfAProcessThatDies_IsFree_AndIsNotTakenForHeld()
    {
        await using var both = await TwoProcesses.StartAsync();
        await using var lost = await both.First.Get<IClaims>().TryTakeAsync("name", Token);
        Assert.Null(await both.Second.Get<IClaims>().TryTakeAsync("name", Token));
        await lost!.ConfirmAsync(Token);
        var waiting = both.Second.Get<IClaims>().TakeAsync("name", Token);

        // The server sees a process's end as the end of its connections.
        await both.Second.QueryAsync(context => context.Database.ExecuteSqlRawAsync(
            "SELECT pg_terminate_backend(pid, 10000) FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
            Token));

        await using var taken = await waiting;
        await taken.ConfirmAsync(Token);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => lost.ConfirmAsync(Token));
    }

    [Fact]
    public async Task CommandOfAProcessThatDiedWhileSending_IsTakenOverByTheOther_AndCountsOnce()
    {
        await using var both = await TwoProcesses.StartAsync();
        both.First.Engine.Script = both.Second.Engine.Script = turn => turn.Incoming is CustomerSaid ? ScriptedEngine.Sends(Orders.Cancel()) : ScriptedEngine.Says("ok");
        await both.First.SayAsync("好", "a-1");
        both.First.Shop.AfterEffect = _ => new NotKnown("the process died");
        using (CancellationTokenSource dying = new())
        {
            both.First.Shop.OnLookUp = _ =>
            {
                dying.Cancel();
                return new NotKnown("the process died");
            };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                both.First.Get<OutboxDispatcher>().DrainAsync(new Lane(TurnHarness.ConversationId, OutboxKind.ShopCommand), dying.Token));
        }

        both.First.Shop.AfterEffect = both.First.Shop.OnLookUp = _ => null;
        await both.Second.DrainAsync();

        Assert.Equal([Orders.Cancel().Key], both.First.Shop.Effects);
        Assert.Equal(["sending", "ok"], await both.Second.WordsAsync());
    }

    [Fact]
    public async Task TurnOfOneProcess_WakesTheOutboxOfTheOther()
    {
        await using var both = await TwoProcesses.StartAsync("pushed");
        await both.ListenAsync();

        await both.First.SayAsync("hi", "a-1");

        await TwoProcesses.UntilAsync(() => Task.FromResult(both.Second.Sender.Delivered.Count == 1));
    }

    [Fact]
    public async Task SmallestPool_IsEnoughForManyConversationsAtOnce()
    {
        const int conversations = 40;
        await using var both = await TwoProcesses.StartAsync(maxPoolSize: 6);
        both.First.Engine.Script = both.Second.Engine.Script = turn =>
            !turn.Facts.TryGet(new CountWaiting(), out _) ? new NeedsFacts([new CountWaiting()])
            : turn.Incoming is CustomerSaid said ? ScriptedEngine.Sends(Orders.Hold(orderNo: said.Text))
            : ScriptedEngine.Says("ok");

        await Task.WhenAll(Enumerable.Range(0, conversations).Select(index => Task.Run(async () =>
        {
            var conversationId = $"test:many-{index}";
            await both.Of(index).Runner.OpenAsync(new ConversationOpening(conversationId, "test", null, null), Token);
            await both.Of(index).SayAsync($"O-{index}", "a-1", conversationId);
            await both.Of(index + 1).Runner.SettleAsync(conversationId, TimeSpan.FromMinutes(1), Token);
        })));

        Assert.Equal(conversations, both.First.Engine.Turns.Concat(both.Second.Engine.Turns).Count(turn => turn.Incoming is CommandAnswered));
    }

    [Fact]
    public async Task ResetWhileBothAreAtWork_LeavesNothing()
    {
        await using var both = await TwoProcesses.StartAsync("pushed");
        var reset = new CardShop.Bot.Hosting.BotReset(both.First.Get<IDbContextFactory<CardShop.Persistence.BotDbContext>>(), both.First.Get<OutboxDispatcher>(), both.First.Get<CardShop.Bot.Evidence.Storage.EvidenceVault>(), both.First.Get<CardShop.Bot.Desk.DeskSignals>());
        var talking = Enumerable.Range(0, 30).Select(index => Task.Run(async () =>
        {
            try
            {
                await both.Of(index).SayAsync("hi", $"a-{index}");
            }
            catch (ConversationNotFoundException)
            {
                return;
            }
        })).ToList();

        await reset.ResetAsync(Token);
        await Task.WhenAll(talking);

        Assert.Equal(0, await both.First.QueryAsync(context => context.Conversations.CountAsync()));
        Assert.Equal(0, await both.First.QueryAsync(context => context.Outbox.CountAsync()));
        Assert.Equal(0, await both.First.QueryAsync(context => context.Transcript.CountAsync()));
        Assert.Equal(0, await both.First.QueryAsync(context => context.Inbound.CountAsync()));
    }
}
