using System.Net;
using CardShop.Activities.Connector;
using CardShop.Bot.Channels;
using CardShop.Channels.Tests.Fakes;
using CardShop.Dialogs.Replies;

namespace CardShop.Channels.Tests.Messages;

public sealed class ConnectorDeliveryTests
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_IsAnsweredThroughTheConnector()
    {
        await using var channels = await RunningChannels.StartAsync();
        await using var sink = await Sink.StartAsync();
        channels.House.Bot = _ => [Words.Of("ask", "要撤单吗？", question: "q1", options: [new Option("yes", "撤单"), new Option("no", "不用")])];

        using var answer = await channels.PostAsync(Activities.Message("充错了", id: "a/1?", serviceUrl: sink.Url));
        await DeliverAsync(channels);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Patience));
        var (target, activity) = Assert.Single(sink.Posted);
        Assert.Equal("/v3/conversations/conv%2F1/activities/a%2F1%3F", target);
        Assert.Equal("要撤单吗？", (string?)activity["text"]);
        Assert.Equal("expectingInput", (string?)activity["inputHint"]);
        Assert.Equal("撤单", (string?)activity["suggestedActions"]!["actions"]![0]!["value"]);
        Assert.Equal("c-1", (string?)activity["suggestedActions"]!["to"]![0]);
        Assert.Equal("bot-1", (string?)activity["from"]!["id"]);
    }

    [Fact]
    public async Task Words_OfTheBotsOwnAccord_ArePostedToTheConversation()
    {
        await using var channels = await RunningChannels.StartAsync();
        await using var sink = await Sink.StartAsync();
        using var answer = await channels.PostAsync(Activities.Joined(sink.Url, "c-1"));

        await DeliverAsync(channels);

        Assert.Equal("/v3/conversations/conv%2F1/activities", Assert.Single(sink.Posted).Target);
    }

    [Fact]
    public async Task Joined_AgainAndTheBotItself_IsGreetedOnce()
    {
        await using var channels = await RunningChannels.StartAsync();
        await using var sink = await Sink.StartAsync();

        foreach (var member in new[] { "bot-1", "c-1", "c-1" })
        {
            using var answer = await channels.PostAsync(Activities.Joined(sink.Url, member));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Single(await channels.House.ReadAsync("emulator:conv/1", 0, 10, Patience));
    }

    [Theory]
    [InlineData(HttpStatusCode.Created, """{"id":"x"}""")]
    [InlineData(HttpStatusCode.Accepted, "")]
    [InlineData(HttpStatusCode.OK, "<html>fine</html>")]
    public async Task Send_AnyKindOfYes_IsDelivered(HttpStatusCode status, string body)
    {
        await using var channels = await RunningChannels.StartAsync();
        await using var sink = await Sink.StartAsync();
        using var answer = await channels.PostAsync(Activities.Message("在吗", serviceUrl: sink.Url));
        sink.Answers.Enqueue((status, body));

        await DeliverAsync(channels);

        Assert.Single(sink.Posted);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Redirect)]
    public async Task Send_ConnectorRefuses_IsGivenUp(HttpStatusCode status)
    {
        await using var channels = await RunningChannels.StartAsync();
        await using var sink = await Sink.StartAsync();
        using var answer = await channels.PostAsync(Activities.Message("在吗", serviceUrl: sink.Url));
        sink.Answers.Enqueue((status, ""));

        await Assert.ThrowsAsync<ChannelRefusedException>(() => DeliverAsync(channels));
        Assert.Single(sink.Posted);
    }

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Send_ConnectorFailsForAMoment_CanBeRepeated(HttpStatusCode status)
    {
        await using var channels = await RunningChannels.StartAsync();
        await using var sink = await Sink.StartAsync();
        using var answer = await channels.PostAsync(Activities.Message("在吗", serviceUrl: sink.Url));
        sink.Answers.Enqueue((status, ""));

        await Assert.ThrowsAsync<ConnectorException>(() => DeliverAsync(channels));
        await DeliverAsync(channels);

        Assert.Equal(2, sink.Posted.Count);
    }

    [Fact]
    public async Task Send_NobodyListens_CanBeRepeated()
    {
        await using var channels = await RunningChannels.StartAsync();
        Uri gone;
        await using (var sink = await Sink.StartAsync())
        {
            gone = sink.Url;
        }

        using var answer = await channels.PostAsync(Activities.Message("在吗", serviceUrl: gone));

        Assert.False((await Assert.ThrowsAsync<ConnectorException>(() => DeliverAsync(channels))).IsFinal);
    }

    [Fact]
    public async Task Send_ResponseHasCarriedIt_IsNotPostedAgain()
    {
        await using var channels = await RunningChannels.StartAsync();
        await using var sink = await Sink.StartAsync();
        await channels.RepliesAsync(Activities.Message("在吗", serviceUrl: sink.Url, expectReplies: true));

        await DeliverAsync(channels);
        channels.House.Say("emulator:conv/1", Words.Of("late", "退款已到账。"));
        await DeliverAsync(channels);

        Assert.Equal("late", (string?)Assert.Single(sink.Posted).Activity["channelData"]!["key"]);
    }

    [Fact]
    public async Task Typing_IsPostedUnlessAResponseIsOpen()
    {
        await using var channels = await RunningChannels.StartAsync();
        await using var sink = await Sink.StartAsync();
        using var answer = await channels.PostAsync(Activities.Message("在吗", serviceUrl: sink.Url));
        var conversation = (await channels.House.FindAsync("emulator:conv/1", Patience))!;
        var sender = channels.Sender(conversation)!;
        channels.House.Settling = _ =>
        {
            Assert.True(sender.SignTypingAsync(conversation, Patience).IsCompletedSuccessfully);
            return [];
        };

        await sender.SignTypingAsync(conversation, Patience);
        await channels.RepliesAsync(Activities.Message("在吗", id: "a-2", serviceUrl: sink.Url, expectReplies: true));

        Assert.Equal("typing", (string?)Assert.Single(sink.Posted).Activity["type"]);
    }

    [Theory]
    [InlineData("http://203.0.113.9/")]
    [InlineData("http://localhost.example/")]
    [InlineData("https://169.254.169.254/latest")]
    public async Task Message_ServiceUrlElsewhere_IsRefused(string serviceUrl)
    {
        await using var channels = await RunningChannels.StartAsync();

        using var answer = await channels.PostAsync(Activities.Message("在吗", serviceUrl: new Uri(serviceUrl)));

        await Problems.AssertAsync(answer, HttpStatusCode.BadRequest, "ForeignServiceUrl");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/relative")]
    [InlineData("ftp://localhost/")]
    [InlineData("http://user:pass@localhost/")]
    [InlineData("http://localhost/?x=1")]
    public async Task Message_ServiceUrlUnusable_IsRefused(string? serviceUrl)
    {
        await using var channels = await RunningChannels.StartAsync();
        var message = Activities.Message("在吗");
        message["serviceUrl"] = serviceUrl;

        using var answer = await channels.PostAsync(message);

        await Problems.AssertAsync(answer, HttpStatusCode.BadRequest, "NoServiceUrl");
    }

    [Fact]
    public async Task Message_ChannelCallsItselfDirectLine_StaysOutOfTheWebChannelsConversations()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLine.DirectLineClient.OpenAsync(channels, "c-1");
        var intruder = Activities.Message("撤掉我的订单", expectReplies: true);
        intruder["channelId"] = "directline";
        intruder["conversation"]!["id"] = conversationId;

        await channels.RepliesAsync(intruder);

        Assert.Single((await page.PollAsync(conversationId)).Activities);
    }

    /// <summary>Does what the outbox does: offers each of the bot's words to the sender that serves the conversation.</summary>
    private static async Task DeliverAsync(RunningChannels channels)
    {
        var conversation = (await channels.House.FindAsync("emulator:conv/1", Patience))!;
        foreach (var entry in await channels.House.ReadAsync("emulator:conv/1", 0, 100, Patience))
        {
            if (entry.Message is not null && channels.Sender(conversation) is { } sender)
            {
                await sender.SendAsync(conversation, entry, Patience);
            }
        }
    }
}
