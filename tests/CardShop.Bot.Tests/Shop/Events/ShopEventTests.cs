using System.Net;
using System.Text;
using CardShop.Bot.Hosting;
using CardShop.Bot.Shop.Events;
using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Turns;
using CardShop.ShopContract;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Bot.Tests.Shop.Events;

/// <summary>What the shop tells becomes a turn of the conversations that it concerns, once; and nothing else does.</summary>
public sealed class ShopEventTests
{
    private const string Approval = """{"id":"evt-1","type":"review_decided","at":"2026-11-22T12:00:00+08:00","caseNumber":"CS-1","decision":"approve"}""";

    [Fact]
    public async Task Review_BecomesATurnOfItsCasesConversation()
    {
        await using var bot = await WithCaseAsync();
        var told = """{"id":"evt-1","type":"review_decided","at":"2026-11-22T12:00:00+08:00","caseNumber":"CS-1","decision":"more_evidence","reason":"<script>缺截图</script>","link":"mistake","tomorrow":1}""";

        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(bot, told));

        Assert.Equal(new ReviewDecided("CS-1", ReviewVerdict.MoreEvidence, "<script>缺截图</script>", EvidenceLink.Mistake), bot.Engine.Turns[^1].Incoming);
    }

    [Fact]
    public async Task AnswerAndMovedOrder_GoToEveryConversationWithACaseAboutTheOrder_TheFurtherOrdersIncluded()
    {
        await using var bot = await WithCaseAsync(orders: ["O-1", "O-2"]);
        await OpenCaseAsync(bot, "test:2", "CS-2", ["O-2"]);

        await PostAsync(bot, """{"id":"evt-1","type":"recipient_answered","at":"2026-11-22T12:00:00Z","orderNo":"O-1","answer":"agrees"}""");
        await PostAsync(bot, """{"id":"evt-2","type":"order_changed","at":"2026-11-22T12:00:00Z","orderNo":"O-2"}""");

        Assert.Equal(
            [new RecipientAnswered("O-1", RecipientAnswer.Agrees), new OrderMoved("O-2"), new OrderMoved("O-2")],
            bot.Engine.Turns.Select(turn => turn.Incoming).Where(incoming => incoming is not CustomerSaid));
    }

    /// <summary>L1: what the recipient says beside the answer, abuse or a name, reaches nobody: only the answer itself is taken in.</summary>
    [Fact]
    public async Task WordsOfTheRecipient_StayWithTheShop()
    {
        await using var bot = await WithCaseAsync();
        await PostAsync(bot, """{"id":"evt-1","type":"recipient_answered","at":"2026-11-22T12:00:00Z","orderNo":"O-1","answer":"refuses","text":"滚，再来烦我试试","nickname":"风一样的男子"}""");

        Assert.Equal(new RecipientAnswered("O-1", RecipientAnswer.Refuses), bot.Engine.Turns[^1].Incoming);
        var kept = await bot.QueryAsync(context => context.Transcript.Select(row => row.Message + row.Echo).Concat(context.CaseEvents.Select(row => row.Data)).ToListAsync());
        Assert.DoesNotContain(kept, text => text.Contains("烦我", StringComparison.Ordinal) || text.Contains("风一样", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(29, 1), InlineData(31, 0)]
    public async Task OrderOfAnEndedCase_IsFollowedForThirtyDays(int days, int turns)
    {
        await using var bot = await WithCaseAsync(outcome: Outcome.Refunded);
        bot.Clock.Advance(TimeSpan.FromDays(days));
        await PostAsync(bot, """{"id":"evt-1","type":"order_changed","at":"2026-11-22T12:00:00Z","orderNo":"O-1"}""");
        Assert.Equal(turns, bot.Engine.Turns.Count(turn => turn.Incoming is OrderMoved));
    }

    [Theory]
    [InlineData("""{"id":"evt-1","type":"review_decided","at":"2026-11-22T12:00:00Z","caseNumber":"CS-404","decision":"approve"}""")]
    [InlineData("""{"id":"evt-1","type":"order_changed","at":"2026-11-22T12:00:00Z","orderNo":"O-404"}""")]
    public async Task EventThatConcernsNobody_IsTaken_AndNothingHappens(string told)
    {
        await using var bot = await WithCaseAsync();
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(bot, told));
        Assert.Single(bot.Engine.Turns);
    }

    [Fact]
    public async Task EventToldAgain_AlsoByPolling_CountsOnce()
    {
        await using var bot = await WithCaseAsync();
        bot.Events.Add(Approval);
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(bot, Approval));
        await bot.RestartAsync();
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(bot, Approval));
        await bot.Get<ShopEventPoller>().PollAsync(CancellationToken.None);

        Assert.Single(bot.Engine.Turns, turn => turn.Incoming is ReviewDecided);
    }

    [Fact]
    public async Task EventToldManyTimesAtOnce_CountsOnce()
    {
        await using var bot = await WithCaseAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(bot, Approval)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer));
        Assert.Single(bot.Engine.Turns, turn => turn.Incoming is ReviewDecided);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":"evt-1","type":"order_vanished","at":"2026-11-22T12:00:00Z","orderNo":"O-1"}""")]
    [InlineData("""{"id":"evt-1","type":0,"at":"2026-11-22T12:00:00Z","orderNo":"O-1"}""")]
    [InlineData("""{"id":"","type":"order_changed","at":"2026-11-22T12:00:00Z","orderNo":"O-1"}""")]
    [InlineData("""{"id":"evt-1","type":"order_changed","at":"2026-11-22T12:00:00Z"}""")]
    [InlineData("""{"id":"evt-1","type":"order_changed","at":"yesterday","orderNo":"O-1"}""")]
    [InlineData("""{"id":"evt-1","type":"recipient_answered","at":"2026-11-22T12:00:00Z","orderNo":"O-1"}""")]
    [InlineData("""{"id":"evt-1","type":"recipient_answered","at":"2026-11-22T12:00:00Z","orderNo":"O-1","answer":"perhaps"}""")]
    [InlineData("""{"id":"evt-1","type":"review_decided","at":"2026-11-22T12:00:00Z","caseNumber":"CS-1"}""")]
    [InlineData("""{"id":"evt-1","type":"review_decided","at":"2026-11-22T12:00:00Z","decision":"approve"}""")]
    public async Task EventThatIsNotOfTheContract_IsRefused_AndNothingHappens(string told)
    {
        await using var bot = await WithCaseAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(bot, told));
        Assert.Single(bot.Engine.Turns);
    }

    [Theory]
    [InlineData(2000, HttpStatusCode.Accepted), InlineData(2001, HttpStatusCode.BadRequest), InlineData(100_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Reason_HasUpToTwoThousandCharacters(int length, HttpStatusCode status)
    {
        await using var bot = await WithCaseAsync();
        Assert.Equal(status, await PostAsync(bot, Approval[..^1] + $",\"reason\":\"{new string('理', length / 3)}{new string('a', length - (length / 3))}\"}}"));
        Assert.Equal(status is HttpStatusCode.Accepted ? 2 : 1, bot.Engine.Turns.Count);
    }

    [Theory]
    [InlineData(ShopHeaders.Key, "another"), InlineData(ShopHeaders.Signature, ""), InlineData(ShopHeaders.Nonce, "0123456789abcdef"), InlineData(ShopHeaders.Timestamp, "1700000000")]
    public async Task ForgedEvent_IsRefused_AndNothingHappens(string header, string value)
    {
        await using var bot = await WithCaseAsync();
        var request = Sign(Approval);
        request[header] = value;
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot, Approval, request));
        Assert.Single(bot.Engine.Turns);
    }

    [Fact]
    public async Task RequestThatIsReplayed_OrOld_OrOfAnotherBody_IsRefused()
    {
        await using var bot = await WithCaseAsync();
        var request = Sign(Approval);
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(bot, Approval, request));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot, Approval, request));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot, Approval, Sign(Approval, TimeSpan.FromMinutes(-6))));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bot, Approval.Replace("evt-1", "evt-2", StringComparison.Ordinal), Sign(Approval)));
        Assert.Equal(2, bot.Engine.Turns.Count);
    }

    [Fact]
    public async Task EventWhoseTurnFails_IsNotAcknowledged_AndComesAgain()
    {
        await using var bot = await WithCaseAsync();
        var script = bot.Engine.Script;
        bot.Engine.Script = _ => throw new InvalidOperationException("no");
        Assert.Equal(HttpStatusCode.InternalServerError, await PostAsync(bot, Approval));

        bot.Engine.Script = script;
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(bot, Approval));
        Assert.Single(bot.Engine.Turns, turn => turn.Incoming is ReviewDecided);
    }

    [Fact]
    public async Task Polling_BringsWhatThePushesLost_StepsOverWhatItDoesNotKnow_AndGoesOnAfterARestart()
    {
        await using var bot = await WithCaseAsync();
        bot.Events.Add(Approval);
        bot.Events.Add("""{"id":"evt-2","type":"moon_risen","at":"2026-11-22T12:00:00Z"}""");
        bot.Events.Add("""{"id":"evt-3","type":"order_changed","at":"2026-11-22T12:00:00Z","orderNo":"O-1"}""");
        Assert.True(await bot.Get<ShopEventPoller>().PollAsync(CancellationToken.None));
        await bot.RestartAsync();
        bot.Events.Add("""{"id":"evt-4","type":"order_changed","at":"2026-11-22T12:00:00Z","orderNo":"O-1"}""");
        Assert.True(await bot.Get<ShopEventPoller>().PollAsync(CancellationToken.None));

        Assert.Equal(["CustomerSaid", "ReviewDecided", "OrderMoved", "OrderMoved"], bot.Engine.Turns.Select(turn => turn.Incoming.GetType().Name));
        Assert.Equal([null, "2", "3", "3", "4"], bot.Events.Asked);
    }

    [Fact]
    public async Task Polling_AfterATurnThatFailed_BringsTheSameAgain_AndGivesUpInTheEnd()
    {
        await using var bot = await WithCaseAsync();
        bot.Events.Add(Approval);
        var script = bot.Engine.Script;
        bot.Engine.Script = _ => throw new InvalidOperationException("no");
        for (var attempt = 1; attempt < 10; attempt++)
        {
            await bot.Get<ShopEventPoller>().PollAsync(CancellationToken.None);
        }

        Assert.All(bot.Events.Asked, Assert.Null);
        await bot.Get<ShopEventPoller>().PollAsync(CancellationToken.None);
        bot.Engine.Script = script;
        bot.Events.Add("""{"id":"evt-3","type":"order_changed","at":"2026-11-22T12:00:00Z","orderNo":"O-1"}""");
        await bot.Get<ShopEventPoller>().PollAsync(CancellationToken.None);

        Assert.Equal(new OrderMoved("O-1"), bot.Engine.Turns[^1].Incoming);
    }

    [Fact]
    public async Task Polling_OfAShopThatOnlyPushes_SaysSo_AndOneThatIsSilentIsAskedAgain()
    {
        await using var bot = await WithCaseAsync();
        bot.Events.Instead = new NotOffered();
        Assert.False(await bot.Get<ShopEventPoller>().PollAsync(CancellationToken.None));
        bot.Events.Instead = new Unheard("HTTP 502");
        Assert.True(await bot.Get<ShopEventPoller>().PollAsync(CancellationToken.None));
    }

    private static async Task<TurnHarness> WithCaseAsync(IReadOnlyList<string>? orders = null, Outcome? outcome = null)
    {
        var bot = await TurnHarness.StartAsync();
        await OpenCaseAsync(bot, TurnHarness.ConversationId, "CS-1", orders ?? ["O-1"], outcome);
        return bot;
    }

    private static async Task OpenCaseAsync(TurnHarness bot, string conversation, string number, IReadOnlyList<string> orders, Outcome? outcome = null)
    {
        await bot.Runner.OpenAsync(new ConversationOpening(conversation, "test", "c-1", null), CancellationToken.None);
        var before = bot.Engine.Script;
        var view = new CaseView
        {
            Number = number,
            Stage = outcome is null ? Stage.UnderReview : Stage.Closed,
            State = "UnderReview",
            Outcome = outcome,
            Orders = [.. orders.Select(order => new CaseOrderView(order, null, outcome))],
            Rules = [],
        };
        bot.Engine.Script = _ => ScriptedEngine.Says("noted") with { Messages = [ScriptedEngine.Message("noted") with { Case = view }] };
        await bot.SayAsync("hi", "a-1", conversation);
        bot.Engine.Script = before;
    }

    private static Dictionary<string, string> Sign(string body, TimeSpan late = default) => RequestSignature
        .Headers("POST", ShopRoutes.Push, Encoding.UTF8.GetBytes(body), TurnHarness.ShopKeyId, TurnHarness.ShopSecret, Clocks.Wall.GetUtcNow() + late, RequestSignature.NewNonce())
        .ToDictionary(header => header.Key, header => header.Value);

    private static async Task<HttpStatusCode> PostAsync(TurnHarness bot, string body, Dictionary<string, string>? headers = null)
    {
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        http.Request.Method = "POST";
        http.Request.ContentType = "application/json";
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        http.Response.Body = new MemoryStream();
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = ShopRoutes.Push;
        foreach (var (name, value) in headers ?? Sign(body))
        {
            http.Request.Headers[name] = value;
        }

        await (await bot.Get<ShopEventEndpoint>().TakeAsync(http)).ExecuteAsync(http);
        if (http.Response.StatusCode >= 400)
        {
            Assert.StartsWith("application/problem+json", http.Response.ContentType, StringComparison.Ordinal);
        }

        return (HttpStatusCode)http.Response.StatusCode;
    }
}
