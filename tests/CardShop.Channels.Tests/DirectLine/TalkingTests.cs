using System.Net;
using System.Text.Json.Nodes;
using CardShop.Channels.Tests.Fakes;
using CardShop.Dialogs.Turns;

namespace CardShop.Channels.Tests.DirectLine;

public sealed class TalkingTests
{
    [Fact]
    public async Task Start_TokenOfACustomer_OpensItsConversationAndGreetsOnce()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId, _) = await DirectLineClient.MintAsync(channels, "c-1");

        using var first = await page.SendAsync(HttpMethod.Post, "/conversations", """{"user":{"id":"r_x"},"locale":"en-US"}""");
        using var second = await page.SendAsync(HttpMethod.Post, "/conversations");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        var answer = JsonNode.Parse(await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(conversationId, (string?)answer["conversationId"]);
        Assert.Equal(1800, (int?)answer["expires_in"]);
        Assert.StartsWith($"ws://{channels.Address.Authority}/v3/directline/", (string?)answer["streamUrl"], StringComparison.Ordinal);
        var (activities, _) = await page.PollAsync(conversationId);
        Assert.Equal("welcome", (string?)Assert.Single(activities)["channelData"]!["key"]);
        Assert.Equal("c-1", channels.House.Opening($"directline:{conversationId}").CustomerId);
        Assert.Contains(channels.House.Inbound, turn => turn.Incoming is CustomerJoined { Locale: "en-US" });
    }

    [Fact]
    public async Task Post_Message_IsEchoedWholeBeforeTheReply()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels, "c-1");
        var (_, watermark) = await page.PollAsync(conversationId);

        var posted = await page.JsonAsync(HttpMethod.Post, $"/conversations/{conversationId}/activities", """
            {"type":"message","text":"充错号了😭","locale":"zh-CN","from":{"id":"r_page","name":"访客"},"entities":[{"type":"ClientCapabilities","requiresBotState":true}],
             "channelData":{"clientActivityID":"17000000.abc","other":[1]},"unheardOf":{"a":null}}
            """);

        var (activities, _) = await page.PollAsync(conversationId, watermark);
        Assert.Equal(2, activities.Count);
        var echo = activities[0];
        Assert.Equal((string?)posted["id"], (string?)echo["id"]);
        Assert.Equal("充错号了😭", (string?)echo["text"]);
        Assert.Equal("c-1", (string?)echo["from"]!["id"]);
        Assert.Equal("user", (string?)echo["from"]!["role"]);
        Assert.Equal("访客", (string?)echo["from"]!["name"]);
        Assert.Equal("17000000.abc", (string?)echo["channelData"]!["clientActivityID"]);
        Assert.Equal("ClientCapabilities", (string?)echo["entities"]![0]!["type"]);
        Assert.True(echo["unheardOf"]!.AsObject().ContainsKey("a"));
        Assert.Equal(conversationId, (string?)echo["conversation"]!["id"]);
        Assert.Equal("directline", (string?)echo["channelId"]);
        Assert.NotNull((string?)echo["timestamp"]);
        var reply = activities[1];
        Assert.Equal("收到：充错号了😭", (string?)reply["text"]);
        Assert.Equal((string?)posted["id"], (string?)reply["replyToId"]);
        Assert.Equal("bot", (string?)reply["from"]!["role"]);
        Assert.Equal("plain", (string?)reply["textFormat"]);
    }

    [Fact]
    public async Task Post_SameClientActivityTwice_IsSaidOnce()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);

        var first = await page.SayAsync(conversationId, "确认", "same");
        var second = await page.SayAsync(conversationId, "确认", "same");

        Assert.Equal((string?)first["id"], (string?)second["id"]);
        var (activities, _) = await page.PollAsync(conversationId);
        Assert.Equal(3, activities.Count);
    }

    [Fact]
    public async Task Post_SameWordsWithoutAName_IsSaidTwice()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);

        await page.SayAsync(conversationId, "好的");
        await page.SayAsync(conversationId, "好的");

        Assert.Equal(5, (await page.PollAsync(conversationId)).Activities.Count);
    }

    [Fact]
    public async Task Post_CardSubmit_BecomesAChoice()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);

        await page.JsonAsync(HttpMethod.Post, $"/conversations/{conversationId}/activities", """
            {"type":"message","value":{"question":"q7","option":"yes"},"channelData":{"postBack":true},"from":{"id":"r_page"}}
            """);

        var said = Assert.IsType<CustomerSaid>(channels.House.Inbound.Last().Incoming);
        Assert.Equal(new Choice("q7", "yes"), said.Choice);
        Assert.Equal("", said.Text);
    }

    [Fact]
    public async Task Post_ConversationNeverStarted_StartsIt()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId, _) = await DirectLineClient.MintAsync(channels);

        await page.SayAsync(conversationId, "在吗");

        var (activities, _) = await page.PollAsync(conversationId);
        Assert.Equal(["welcome", null, "heard"], activities.Select(activity => (string?)activity["channelData"]?["key"]));
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("conversationUpdate")]
    [InlineData("somethingNew")]
    public async Task Post_NotAMessage_IsTakenAndLeavesNoTrace(string type)
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);

        var posted = await page.JsonAsync(HttpMethod.Post, $"/conversations/{conversationId}/activities", $$"""{"from":{"id":"r_page"},"type":"{{type}}"}""");

        Assert.NotNull((string?)posted["id"]);
        Assert.Single((await page.PollAsync(conversationId)).Activities);
    }

    [Fact]
    public async Task Poll_WatermarkOfAnotherWorld_BeginsAtTheBeginning()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);

        var (activities, watermark) = await page.PollAsync(conversationId, "abc-%F0%9F%98%AD");

        Assert.Single(activities);
        Assert.Equal(watermark, (await page.PollAsync(conversationId, watermark)).Watermark);
    }

    [Fact]
    public async Task Poll_StoreFailsForAMoment_AnswersNoNewsAndTheSameWatermark()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);
        channels.House.Fault = new TimeoutException("The store is busy.");

        var (activities, watermark) = await page.PollAsync(conversationId, "0");
        channels.House.Fault = null;

        Assert.Empty(activities);
        Assert.Equal("0", watermark);
        Assert.Single((await page.PollAsync(conversationId, watermark)).Activities);
    }

    [Fact]
    public async Task Post_StoreFails_IsAnsweredWithAProblem()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);
        channels.House.Fault = new TimeoutException("The store is busy.");

        using var answer = await page.SendAsync(HttpMethod.Post, $"/conversations/{conversationId}/activities", """{"type":"message","text":"在吗"}""");

        await Problems.AssertAsync(answer, HttpStatusCode.InternalServerError, "ServiceError");
    }
}
