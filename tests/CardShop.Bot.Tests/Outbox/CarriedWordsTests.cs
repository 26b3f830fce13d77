using CardShop.Bot.Outbox;
using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Turns;

namespace CardShop.Bot.Tests.Outbox;

public sealed class CarriedWordsOnSqliteTests() : CarriedWordsTests(StoreKind.Sqlite);

public sealed class CarriedWordsOnPostgreSqlTests() : CarriedWordsTests(StoreKind.PostgreSql);

/// <summary>Words that go with the answer to a request, to a channel that could be written to as well.</summary>
public abstract class CarriedWordsTests(StoreKind store) : StoreTest(store)
{
    [Fact]
    public async Task CarriedWords_AreNotSentByThemselves()
    {
        await using var bot = await StartAsync();

        var outcome = await SayAsync(bot, "1", "a-1");
        bot.Runner.Carried(outcome.Outgoing);
        await bot.Get<CarriedRows>().FlushAsync(CancellationToken.None);
        bot.Clock.Advance(CarriedRows.KeptBack);
        await bot.DrainAsync();

        Assert.Single(outcome.Outgoing);
        Assert.Empty(bot.Sender.Delivered);
    }

    [Fact]
    public async Task AnswerThatWasCutOff_ItsWordsAreSentOnceItIsSurelyOver()
    {
        await using var bot = await StartAsync();

        await SayAsync(bot, "1", "a-1");
        await bot.DrainAsync();
        Assert.Empty(bot.Sender.Delivered);
        bot.Clock.Advance(CarriedRows.KeptBack);
        await bot.DrainAsync();

        Assert.Equal(["1"], bot.Sender.Delivered);
    }

    [Fact]
    public async Task ProcessThatDiesBeforeItHasFinishedCarriedWords_SendsThemOnceMore_AndLosesNothing()
    {
        await using var bot = await StartAsync();

        bot.Runner.Carried((await SayAsync(bot, "1", "a-1")).Outgoing);
        await bot.RestartAsync();
        bot.Clock.Advance(CarriedRows.KeptBack);
        await bot.DrainAsync();

        Assert.Equal(["1"], bot.Sender.Delivered);
    }

    [Fact]
    public async Task WordsBehindCarriedOnes_KeepTheOrder()
    {
        await using var bot = await StartAsync();

        var outcome = await SayAsync(bot, "1", "a-1");
        await bot.SayAsync("2", "a-2");
        await bot.DrainAsync();
        Assert.Empty(bot.Sender.Delivered);
        bot.Runner.Carried(outcome.Outgoing);
        await bot.Get<CarriedRows>().FlushAsync(CancellationToken.None);
        await bot.DrainAsync();

        Assert.Equal(["2"], bot.Sender.Delivered);
    }

    [Fact]
    public async Task FirstMessage_OpensItsConversation_InTheTurnItself()
    {
        await using var bot = await StartAsync();

        await SayAsync(bot, "1", "a-1", "pushed:new");

        var known = await bot.Transcript.FindAsync("pushed:new", CancellationToken.None);
        Assert.Equal(("pushed", "{}"), (known?.Channel, known?.Reference));
    }

    [Fact]
    public async Task FirstMessagesAtOnce_OpenOneConversation_AndAreBothAnswered()
    {
        await using var bot = await StartAsync();

        await Task.WhenAll(SayAsync(bot, "1", "a-1", "pushed:new"), SayAsync(bot, "2", "a-2", "pushed:new"));

        var entries = await bot.Transcript.ReadAsync("pushed:new", 0, 10, CancellationToken.None);
        Assert.Equal(["1", "2"], entries.Where(entry => entry.Message is not null).Select(entry => entry.Message!.Text).Order());
    }

    private static Task<TurnOutcome> SayAsync(TurnHarness bot, string text, string inboundId, string conversationId = TurnHarness.ConversationId) =>
        bot.Runner.RunAsync(
            new InboundTurn(conversationId, inboundId, new CustomerSaid(text), $"{{\"text\":\"{text}\"}}")
            {
                IsCarried = true,
                Opening = new ConversationOpening(conversationId, "pushed", "c-1", "{}"),
            },
            CancellationToken.None);

    private async Task<TurnHarness> StartAsync()
    {
        var bot = await HarnessAsync(channel: "pushed");
        bot.Engine.Script = turn => ScriptedEngine.Says(((CustomerSaid)turn.Incoming).Text);
        return bot;
    }
}
