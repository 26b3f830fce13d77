using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CardShop.Sandbox.Events;
using CardShop.Sandbox.Tests.Hosting;
using CardShop.ShopContract;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Sandbox.Tests.Events;

/// <summary>What happens in the shop is pushed to the bot until it is acknowledged, and kept for whoever asks.</summary>
public sealed class EventTests
{
    [Fact]
    public async Task Review_IsPushedBeforeTheControlAnswers_SignedLikeTheBotsOwnRequests()
    {
        await using var bot = await BotStub.StartAsync();
        await using var host = await ShopHost.StartAsync(bot: bot.Address);

        var answer = await host.Control.PostAsync("cases/CS-1/review", """{"decision":"more_evidence","reason":"请补<b>聊天</b>截图","link":"mistake"}""");

        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        var push = Assert.Single(bot.Pushes);
        Assert.True(RequestSignature.Verify(
            push.Headers[ShopHeaders.Signature]!, "POST", "/api/shop/events", Encoding.UTF8.GetBytes(push.Body), ShopHost.Secret, push.Headers[ShopHeaders.Timestamp]!, push.Headers[ShopHeaders.Nonce]!));
        var told = JsonNode.Parse(push.Body)!;
        Assert.Equal(("review_decided", "CS-1", "more_evidence", "请补<b>聊天</b>截图", "mistake"), (
            (string)told["type"]!, (string)told["caseNumber"]!, (string)told["decision"]!, (string)told["reason"]!, (string)told["link"]!));
    }

    [Fact]
    public async Task Review_WithALinkOfTheReviewersOwn_LeavesItOut()
    {
        await using var bot = await BotStub.StartAsync();
        await using var host = await ShopHost.StartAsync(bot: bot.Address);
        await host.Control.PostAsync("cases/CS-1/review", """{"decision":"more_evidence","reason":"","link":"chat"}""");
        var told = JsonNode.Parse(Assert.Single(bot.Pushes).Body)!.AsObject();
        Assert.False(told.ContainsKey("link") || told.ContainsKey("reason"));
    }

    [Fact]
    public async Task RecipientsAnswer_AndAnOrderMovedOn_ArePushed_InOrder()
    {
        await using var bot = await BotStub.StartAsync();
        await using var host = await ShopHost.StartAsync(bot: bot.Address);
        await host.OrderAsync("""{"orderNo":"KM1"}""");
        await host.Control.PostAsync("recipients/KM1/answer", """{"answer":"agrees"}""");
        await host.Control.PostAsync("orders/KM1/advance", """{"delivery":"delivered"}""");

        Assert.Equal([("recipient_answered", "KM1"), ("order_changed", "KM1")], bot.Told.Select(told => ((string)told["type"]!, (string)told["orderNo"]!)));
        Assert.Equal("agrees", (string)bot.Told[0]["answer"]!);
    }

    [Fact]
    public async Task LifeOfAnOrder_IsTold_OncePerStepOfTheClock()
    {
        await using var bot = await BotStub.StartAsync();
        await using var host = await ShopHost.StartAsync(bot: bot.Address);
        await host.OrderAsync("""{"orderNo":"KM1","live":true,"delivery":"queued"}""");
        await host.OrderAsync("""{"orderNo":"KM2","live":true,"payment":"unpaid","channelRecord":"paid"}""");
        await host.OrderAsync("""{"orderNo":"KM3","delivery":"queued"}""");

        await host.AdvanceClockAsync(3600);
        await host.AdvanceClockAsync(3600);

        Assert.Equal(["KM1", "KM2"], bot.Told.Select(told => (string)told["orderNo"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Refund_ThatArrives_IsToldOnce_AndTheCommandItselfIsNot()
    {
        await using var bot = await BotStub.StartAsync();
        await using var host = await ShopHost.StartAsync(bot: bot.Address);
        await host.CancelAsync(await host.OrderAsync("""{"orderNo":"KM1"}"""));
        Assert.Empty(bot.Pushes);

        await host.AdvanceClockAsync(TimeSpan.FromDays(3).TotalSeconds);
        await host.AdvanceClockAsync(TimeSpan.FromDays(3).TotalSeconds);

        Assert.Equal(("order_changed", "KM1"), ((string)Assert.Single(bot.Told)["type"]!, (string)bot.Told[0]["orderNo"]!));
    }

    [Theory]
    [InlineData(500, 2), InlineData(401, 2), InlineData(404, 2), InlineData(400, 1), InlineData(413, 1)]
    public async Task Push_ThatIsNotAcknowledged_IsRepeatedAfterAPause_UnlessItIsRefusedForGood(int status, int pushes)
    {
        await using var bot = await BotStub.StartAsync();
        bot.PushStatus = status;
        await using var host = await ShopHost.StartAsync(bot: bot.Address);
        await host.Control.PostAsync("cases/CS-1/review", """{"decision":"approve","reason":""}""");
        bot.PushStatus = 202;

        await PushAsync(host);
        Assert.Single(bot.Pushes);
        for (var minute = 0; minute < 3; minute++)
        {
            host.WallClock.Advance(TimeSpan.FromMinutes(1));
            await PushAsync(host);
        }

        Assert.Equal(pushes, bot.Pushes.Count);
        Assert.Single(bot.Told.Select(told => (string)told["id"]!).Distinct());
    }

    [Fact]
    public async Task Push_ToABotThatWasDown_ComesAfterARestartOfTheShop()
    {
        var directory = Directory.CreateTempSubdirectory("cardshop-sandbox-").FullName;
        await using (var host = await ShopHost.StartAsync(directory: directory))
        {
            await host.Control.PostAsync("cases/CS-1/review", """{"decision":"approve","reason":""}""");
        }

        await using var bot = await BotStub.StartAsync();
        await using (var host = await ShopHost.StartAsync(directory: directory, bot: bot.Address))
        {
            await PushAsync(host);
        }

        Assert.Single(bot.Pushes);
        Directory.Delete(directory, recursive: true);
    }

    [Theory]
    [InlineData("""{"route":"event","status":0}""", 0), InlineData("""{"route":"event","status":0,"afterEffect":true}""", 1)]
    public async Task Fault_LosesThePush_OrItsAcknowledgement(string fault, int pushes)
    {
        await using var bot = await BotStub.StartAsync();
        await using var host = await ShopHost.StartAsync(bot: bot.Address);
        await host.Control.PostAsync("faults", fault);
        await host.Control.PostAsync("cases/CS-1/review", """{"decision":"approve","reason":""}""");
        Assert.Equal(pushes, bot.Pushes.Count);

        host.WallClock.Advance(TimeSpan.FromMinutes(1));
        await PushAsync(host);

        Assert.Equal(pushes + 1, bot.Pushes.Count);
    }

    [Fact]
    public async Task List_BringsWhatCameAfterACursor_AndTheSameAsWasPushed()
    {
        await using var bot = await BotStub.StartAsync();
        await using var host = await ShopHost.StartAsync(bot: bot.Address);
        await host.OrderAsync("""{"orderNo":"KM1"}""");
        await host.Control.PostAsync("recipients/KM1/answer", """{"answer":"silent"}""");
        var first = (await host.Shop.GetAsync("events")).Json;
        await host.Control.PostAsync("recipients/KM1/answer", """{"answer":"refuses"}""");
        var second = (await host.Shop.GetAsync($"events?after={first["cursor"]}")).Json;
        var none = (await host.Shop.GetAsync($"events?after={second["cursor"]}")).Json;

        Assert.Equal(bot.Told.Select(told => told.ToJsonString()), [.. Bodies(first), .. Bodies(second)]);
        Assert.Empty(Bodies(none));
        Assert.Equal((string)second["cursor"]!, (string)none["cursor"]!);
        Assert.Equal(2, Bodies((await host.Shop.GetAsync("events?after=whatever")).Json).Count());
    }

    [Fact]
    public async Task Reset_EmptiesTheFeed_AndNoCursorComesBack()
    {
        await using var host = await ShopHost.StartAsync();
        await host.Control.PostAsync("cases/CS-1/review", """{"decision":"approve","reason":""}""");
        var before = (string)(await host.Shop.GetAsync("events")).Json["cursor"]!;

        await host.Control.PostAsync("reset");
        Assert.Empty(Bodies((await host.Shop.GetAsync("events")).Json));
        await host.Control.PostAsync("cases/CS-2/review", """{"decision":"approve","reason":""}""");

        Assert.Single(Bodies((await host.Shop.GetAsync($"events?after={before}")).Json));
    }

    private static IEnumerable<string> Bodies(JsonNode list) => list["events"]!.AsArray().Select(told => told!.ToJsonString());

    private static Task PushAsync(ShopHost host) => host.Services.GetRequiredService<EventPusher>().PushDueAsync(TestContext.Current.CancellationToken);
}
