using CardShop.Bot.Channels;
using CardShop.Bot.Tests.Fakes;
using CardShop.Dialogs.Turns;
using CardShop.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Tests.Outbox;

public sealed class ChannelOutboxOnSqliteTests() : ChannelOutboxTests(StoreKind.Sqlite);

public sealed class ChannelOutboxOnPostgreSqlTests() : ChannelOutboxTests(StoreKind.PostgreSql);

public abstract class ChannelOutboxTests(StoreKind store) : StoreTest(store)
{
    [Fact]
    public async Task Words_ReachAChannelThatMustBeWrittenTo_InOrder()
    {
        await using var bot = await StartAsync();

        await bot.SayAsync("1", "a-1");
        await bot.SayAsync("2", "a-2");
        await bot.DrainAsync();

        Assert.Equal(["1", "2"], bot.Sender.Delivered);
    }

    [Fact]
    public async Task ChannelThatReadsTheTranscript_IsNotWrittenTo()
    {
        await using var bot = await HarnessAsync();

        await bot.SayAsync("1", "a-1");

        Assert.Equal(0, await bot.QueryAsync(context => context.Outbox.CountAsync()));
    }

    [Fact]
    public async Task ChannelDown_KeepsTheOrder_AndDeliversWhenItIsBack()
    {
        await using var bot = await StartAsync();
        bot.Sender.Failure = _ => new HttpRequestException("down");
        await bot.SayAsync("1", "a-1");
        await bot.SayAsync("2", "a-2");
        await bot.DrainAsync();
        Assert.Empty(bot.Sender.Delivered);

        await bot.RestartAsync();
        bot.Sender.Failure = _ => null;
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.DrainAsync();

        Assert.Equal(["1", "2"], bot.Sender.Delivered);
    }

    [Fact]
    public async Task EntryRefusedForEver_IsPoisoned_AndBlocksNothing()
    {
        await using var bot = await StartAsync();
        bot.Sender.Failure = entry => entry.Message!.Text == "1" ? new ChannelRefusedException("gone") : null;

        await bot.SayAsync("1", "a-1");
        await bot.SayAsync("2", "a-2");
        await bot.DrainAsync();

        Assert.Equal(["2"], bot.Sender.Delivered);
        Assert.Equal(1, await bot.QueryAsync(context => context.Outbox.CountAsync(row => row.State == OutboxState.Poisoned)));
    }

    [Fact]
    public async Task EntryThatFailsForADay_IsPoisoned()
    {
        await using var bot = await StartAsync();
        bot.Sender.Failure = _ => new HttpRequestException("down");
        await bot.SayAsync("1", "a-1");
        await bot.DrainAsync();

        bot.Clock.Advance(TimeSpan.FromHours(24));
        await bot.DrainAsync();

        Assert.Equal([OutboxState.Poisoned], await bot.QueryAsync(context => context.Outbox.Select(row => row.State).ToListAsync()));
    }

    private async Task<TurnHarness> StartAsync()
    {
        var bot = await HarnessAsync(channel: "pushed");
        bot.Engine.Script = turn => ScriptedEngine.Says(((CustomerSaid)turn.Incoming).Text);
        return bot;
    }
}
