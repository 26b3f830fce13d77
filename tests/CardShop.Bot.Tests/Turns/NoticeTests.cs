using CardShop.Bot.Shop;
using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Turns;
using CardShop.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Tests.Turns;

/// <summary>News reaches a signed-in customer who has gone by the shop's notices as well, once (rule R5).</summary>
public sealed class NoticeTests
{
    private static readonly CaseView View = new() { Number = "CS-1", Stage = Stage.UnderReview, State = "UnderReview", Orders = [], Rules = [] };

    [Theory]
    [InlineData(4, 0), InlineData(6, 1)]
    public async Task News_AfterTheCustomerHasGone_GoesToTheShopAsANotice(int minutes, int notices)
    {
        await using var bot = await StartAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await ReviewAsync(bot);
        await bot.DrainAsync();

        Assert.Equal(notices, bot.Shop.Notices.Count);
        Assert.All(bot.Shop.Notices, notice => Assert.StartsWith("""{"customerId":"c-1","key":"CS-1.notice.3","notice":{"caseNumber":"CS-1","text":"first\nsecond","locale":"zh-CN"}""", notice, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task News_WhileTheChatIsOpen_GoesNowhereElse(bool bySocket)
    {
        await using var bot = await StartAsync();
        bot.Clock.Advance(TimeSpan.FromHours(1));
        var presence = bot.Get<CustomerPresence>();
        using var socket = bySocket ? presence.Enter(TurnHarness.ConversationId) : null;
        if (!bySocket)
        {
            presence.Asked(TurnHarness.ConversationId);
        }

        await ReviewAsync(bot);
        await bot.DrainAsync();

        Assert.Empty(bot.Shop.Notices);
    }

    [Fact]
    public async Task News_ForAGuest_StaysInTheChat()
    {
        await using var bot = await StartAsync(customerId: null);
        bot.Clock.Advance(TimeSpan.FromHours(1));
        await ReviewAsync(bot);
        await bot.DrainAsync();
        Assert.Empty(bot.Shop.Notices);
    }

    [Fact]
    public async Task WordsThatAreNoNews_StayInTheChat()
    {
        await using var bot = await StartAsync(isNews: false);
        bot.Clock.Advance(TimeSpan.FromHours(1));
        await ReviewAsync(bot);
        await bot.DrainAsync();
        Assert.Empty(bot.Shop.Notices);
    }

    [Fact]
    public async Task Notice_ThatWasNotHeard_IsHandedOverAgainWithTheSameKey_AndTheTurnSeenAgainBringsNone()
    {
        await using var bot = await StartAsync();
        bot.Clock.Advance(TimeSpan.FromHours(1));
        bot.Shop.OnNotice = CaseNews.Unheard;
        await ReviewAsync(bot);
        await bot.DrainAsync();
        bot.Shop.OnNotice = CaseNews.Taken;
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await ReviewAsync(bot);
        await bot.DrainAsync();
        await bot.DrainAsync();

        Assert.Equal(2, bot.Shop.Notices.Count);
        Assert.Single(bot.Shop.Notices.Distinct());
    }

    [Fact]
    public async Task Notice_ThatTheShopWillNeverTake_IsKeptForPeopleToLookAt()
    {
        await using var bot = await StartAsync();
        bot.Clock.Advance(TimeSpan.FromHours(1));
        bot.Shop.OnNotice = CaseNews.Unwanted;
        await ReviewAsync(bot);
        await bot.DrainAsync();
        Assert.Equal(OutboxState.Poisoned, await bot.QueryAsync(context => context.Outbox.Where(row => row.Kind == OutboxKind.ShopNotice).Select(row => row.State).SingleAsync()));
    }

    /// <summary>R5: news reaches the customer where they last wrote, once, however often it is brought there.</summary>
    [Theory]
    [InlineData(1, 0), InlineData(10, 1)]
    public async Task News_ForACustomerWhoHasWrittenElsewhereSince_IsToldThere(int minutesSince, int notices)
    {
        await using var bot = await StartAsync();
        bot.Clock.Advance(TimeSpan.FromHours(1));
        await WriteElsewhereAsync(bot, "test:2", "c-1");
        bot.Clock.Advance(TimeSpan.FromMinutes(minutesSince));
        await ReviewAsync(bot);
        await bot.DrainAsync();
        await ReviewAsync(bot);
        await bot.DrainAsync();

        Assert.Equal(["first\nsecond"], bot.Engine.Turns.Select(turn => turn.Incoming).OfType<NewsTold>().Select(news => news.Text));
        Assert.Equal(1, await bot.QueryAsync(context => context.Inbound.CountAsync(row => row.ConversationId == "test:2" && row.InboundId == "news:CS-1.notice.3")));
        Assert.Equal(notices, bot.Shop.Notices.Count);
    }

    /// <summary>Nobody hears another customer's news, and nobody hears news twice who wrote last where it was said.</summary>
    [Fact]
    public async Task News_StaysWhereItIs_ForSomebodyElse_OrACustomerWhoCameBack()
    {
        await using var bot = await StartAsync();
        await WriteElsewhereAsync(bot, "test:2", "c-1");
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.SayAsync("hi again", "a-2");
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await WriteElsewhereAsync(bot, "test:3", "c-2");
        await ReviewAsync(bot);
        await bot.DrainAsync();

        Assert.DoesNotContain(bot.Engine.Turns, turn => turn.Incoming is NewsTold);
    }

    private static Task<TurnOutcome> WriteElsewhereAsync(TurnHarness bot, string conversation, string customer) => bot.Get<TurnExecutor>().RunAsync(
        "b-1",
        new InboundTurn(conversation, "b-1", new CustomerSaid("hello"), Echo: "{}") { Opening = new ConversationOpening(conversation, "test", customer, Reference: null) },
        companion: null,
        CancellationToken.None);

    private static async Task<TurnHarness> StartAsync(string? customerId = "c-1", bool isNews = true)
    {
        var bot = await TurnHarness.StartAsync(customerId: customerId);
        bot.Engine.Script = turn => turn.Incoming is ReviewDecided
            ? ScriptedEngine.Says("") with { Messages = [News("first", isNews), News("second", isNews)] }
            : ScriptedEngine.Says("hello");
        await bot.SayAsync("hi", "a-1");
        return bot;
    }

    private static Message News(string text, bool isNews) => ScriptedEngine.Message(text) with { IsNews = isNews, Case = View };

    private static Task<TurnOutcome> ReviewAsync(TurnHarness bot) => bot.Get<TurnExecutor>().RunAsync(
        "shop:evt-1", new InboundTurn(TurnHarness.ConversationId, "shop:evt-1", new ReviewDecided("CS-1", ReviewVerdict.Approve), Echo: null), companion: null, CancellationToken.None);
}
