using System.Net;
using CardShop.Sandbox.Store;
using CardShop.Sandbox.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Sandbox.Tests.Control;

public sealed class OtherControlTests
{
    [Theory]
    [InlineData("agents", """{"role":"agent"}""")]
    [InlineData("desk", """{"online":true}""")]
    public async Task Desk_IsNotThereYet_AndSaysSo(string path, string body)
    {
        await using var host = await ShopHost.StartAsync();
        var reply = await host.Control.PostAsync(path, body);
        Assert.Equal((HttpStatusCode.NotImplemented, "not_supported"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Decisions_AreKept_TheLastOneCounts()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync("""{"orderNo":"KM1"}""");
        Assert.Equal(HttpStatusCode.Accepted, (await host.Control.PostAsync("recipients/KM1/answer", """{"answer":"silent"}""")).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await host.Control.PostAsync("recipients/KM1/answer", """{"answer":"agrees"}""")).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await host.Control.PostAsync("cases/CS-1/review", """{"decision":"more_evidence","reason":"E2","link":"chat"}""")).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await host.Control.PostAsync("cases/CS-1/review", """{"decision":"approve","reason":"ok"}""")).Status);

        await using var db = await host.OpenAsync();
        Assert.Equal(RecipientReply.Agrees, (await db.RecipientAnswers.SingleAsync(TestContext.Current.CancellationToken)).Answer);
        var review = await db.CaseReviews.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((ReviewReply.Approve, "ok", null), (review.Decision, review.Reason, review.Link));
    }

    [Theory]
    [InlineData("recipients/KM404/answer", """{"answer":"agrees"}""", HttpStatusCode.NotFound)]
    [InlineData("recipients/KM404/answer", """{"answer":"perhaps"}""", HttpStatusCode.BadRequest)]
    [InlineData("recipients/KM404/answer", """{}""", HttpStatusCode.BadRequest)]
    [InlineData("cases/CS-1/review", """{"decision":"maybe","reason":""}""", HttpStatusCode.BadRequest)]
    [InlineData("cases/CS-1/review", """{"decision":"refuse"}""", HttpStatusCode.BadRequest)]
    public async Task DecisionThatMakesNoSense_IsRefused(string path, string body, HttpStatusCode status)
    {
        await using var host = await ShopHost.StartAsync();
        Assert.Equal(status, (await host.Control.PostAsync(path, body)).Status);
    }

    [Theory]
    [InlineData("""{"customerId":"c-1"}""", """{"user":{"id":"c-1"}}""")]
    [InlineData("""{"customerId":null}""", """{}""")]
    [InlineData("""{}""", """{}""")]
    public async Task Token_IsMintedByTheBotsDirectLine_ForThatCustomer(string body, string asked)
    {
        await using var bot = await BotStub.StartAsync();
        await using var host = await ShopHost.StartAsync(bot: bot.Address);
        var reply = await host.Control.PostAsync("token", body);
        Assert.Equal("""{"token":"t-1","conversationId":"conv-1"}""", reply.Body);
        Assert.Equal([($"Bearer {ShopHost.DirectLineSecret}", asked)], bot.Requests);
    }

    [Fact]
    public async Task Token_FromABotThatIsDown_IsABadGateway()
    {
        await using var host = await ShopHost.StartAsync();
        var reply = await host.Control.PostAsync("token", """{"customerId":"c-1"}""");
        Assert.Equal((HttpStatusCode.BadGateway, "bot_unreachable"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Token_FromABotThatTalksNonsense_IsABadGateway()
    {
        await using var bot = await BotStub.StartAsync("<html>");
        await using var host = await ShopHost.StartAsync(bot: bot.Address);
        Assert.Equal(HttpStatusCode.BadGateway, (await host.Control.PostAsync("token", "{}")).Status);
    }
}
