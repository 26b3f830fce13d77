using System.Net;
using System.Text.Json.Nodes;
using CardShop.Bot.Desk.Handoff;
using CardShop.Channels.Tests.Fakes;
using CardShop.Desk.Services;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding;

namespace CardShop.Channels.Tests.Messages;

/// <summary>The Bot Framework's handoff protocol on <c>/api/messages</c>.</summary>
public sealed class HandoffTests
{
    private const string Conversation = "emulator:conv/1";

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Offer_IsAnEventWithTheContextAndTheTranscriptAsAnAttachment()
    {
        await using var channels = await RunningChannels.StartAsync();
        await using var sink = await Sink.StartAsync();
        using var answer = await channels.PostAsync(Activities.Message("转人工", serviceUrl: sink.Url));
        var conversation = (await channels.House.FindAsync(Conversation, Patience))!;
        var sender = channels.Sender(conversation)!;

        Assert.True(sender.TakesHandoffs(conversation));
        await sender.HandOffAsync(conversation, Offer, Patience);

        var (target, initiate) = Assert.Single(sink.Posted);
        Assert.Equal("/v3/conversations/conv%2F1/activities", target);
        Assert.Equal(("event", "handoff.initiate"), ((string?)initiate["type"], (string?)initiate["name"]));
        Assert.Equal(("c-1", "bot-1"), ((string?)initiate["recipient"]!["id"], (string?)initiate["from"]!["id"]));
        Assert.Equal("conv/1", (string?)initiate["relatesTo"]!["conversation"]!["id"]);
        Assert.Equal(("CS-1", "wanted", 98m), ((string?)initiate["value"]!["caseNumber"], (string?)initiate["value"]!["cause"], (decimal?)initiate["value"]!["amount"]));
        Assert.Equal("138****5678", (string?)initiate["value"]!["facts"]![0]!["value"]);
        var attachment = Assert.Single(initiate["attachments"]!.AsArray())!;
        Assert.Equal(("application/json", "Transcript"), ((string?)attachment["contentType"], (string?)attachment["name"]));
        var said = attachment["content"]!["activities"]!.AsArray();
        Assert.Equal([("user", "转人工"), ("bot", "已为您转人工")], said.Select(line => ((string?)line!["from"]!["role"], (string?)line["text"])));
        Assert.Equal("a.png", (string?)said[0]!["attachments"]![0]!["name"]);
    }

    [Fact]
    public async Task Offer_GoesWithTheResponse_WhereTheCallerExpectsRepliesThere()
    {
        await using var channels = await RunningChannels.StartAsync();
        channels.Desk.Offer = Offer;
        channels.House.Handoff = "CS-1";

        var replies = await channels.RepliesAsync(Activities.Message("转人工", expectReplies: true));

        Assert.Equal("handoff.initiate", (string?)replies[^1]["name"]);
        Assert.Equal("message", (string?)replies[0]["type"]);
    }

    [Theory]
    [InlineData("accepted", HandoffState.Accepted)]
    [InlineData("failed", HandoffState.Failed)]
    [InlineData("completed", HandoffState.Completed)]
    public async Task Status_IsHandedOn_WithWhoSaysIt(string state, HandoffState expected)
    {
        await using var channels = await RunningChannels.StartAsync();
        await channels.RepliesAsync(Activities.Message("转人工", expectReplies: true));

        using var answer = await channels.PostAsync(Status(state));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(new HandoffNews(Conversation, "s-1", expected, "王芳"), Assert.Single(channels.Desk.News));
    }

    [Theory]
    [InlineData("maybe")]
    [InlineData(null)]
    public async Task Status_ThatTheProtocolDoesNotKnow_IsRefused(string? state)
    {
        await using var channels = await RunningChannels.StartAsync();

        using var answer = await channels.PostAsync(Status(state));

        await Problems.AssertAsync(answer, HttpStatusCode.BadRequest, "UnknownStatus");
    }

    [Fact]
    public async Task Status_OfAConversationThatWasNeverOpened_IsRefused_AndOpensNone()
    {
        await using var channels = await RunningChannels.StartAsync();

        using var answer = await channels.PostAsync(Status("accepted"));

        await Problems.AssertAsync(answer, HttpStatusCode.NotFound, "NoConversation");
        Assert.Null(await channels.House.FindAsync(Conversation, Patience));
        Assert.Empty(channels.Desk.News);
    }

    [Theory]
    [InlineData("c-1", null)]
    [InlineData("desk-1", "user")]
    public async Task Status_FromTheCustomerThemselves_IsRefused(string from, string? role)
    {
        await using var channels = await RunningChannels.StartAsync();
        await channels.RepliesAsync(Activities.Message("转人工", expectReplies: true));
        var forged = Status("accepted");
        forged["from"] = new JsonObject { ["id"] = from, ["role"] = role };

        using var answer = await channels.PostAsync(forged);

        await Problems.AssertAsync(answer, HttpStatusCode.Forbidden, "NotTheDesk");
        Assert.Empty(channels.Desk.News);
    }

    [Theory]
    [InlineData(HandoffTaken.Late, HttpStatusCode.Conflict, "LateStatus")]
    [InlineData(HandoffTaken.Unknown, HttpStatusCode.NotFound, "NoConversation")]
    public async Task Status_ThatComesTooLate_IsToldSo(HandoffTaken taken, HttpStatusCode status, string code)
    {
        await using var channels = await RunningChannels.StartAsync();
        await channels.RepliesAsync(Activities.Message("转人工", expectReplies: true));
        channels.Desk.Taken = taken;

        using var answer = await channels.PostAsync(Status("accepted"));

        await Problems.AssertAsync(answer, status, code);
    }

    [Fact]
    public async Task Status_FromAFarMachine_IsRefusedLikeAnyMessage()
    {
        await using var channels = await RunningChannels.StartAsync();

        using var answer = await channels.PostAsync(Status("accepted").ToJsonString(), header: ("X-Forwarded-For", "203.0.113.9"));

        await Problems.AssertAsync(answer, HttpStatusCode.Unauthorized, "NotAnonymous");
    }

    private static HandoffOffer Offer { get; } = new(
        new HandoffContext
        {
            CaseNumber = "CS-1",
            Cause = PersonCause.Wanted,
            AmountFen = 9_800,
            Language = Language.Chinese,
            Facts = [new KnownFact("phone", "138****5678", FactSource.Shop)],
        },
        [
            new SpokenLine { Sequence = 1, Speaker = LineSpeaker.Customer, At = DateTimeOffset.UnixEpoch, Text = "转人工", Files = [new SpokenFile("p-1", "a.png", "image/png")] },
            new SpokenLine { Sequence = 2, Speaker = LineSpeaker.Bot, At = DateTimeOffset.UnixEpoch, Text = "已为您转人工" },
        ]);

    private static JsonObject Status(string? state) => new()
    {
        ["type"] = "event",
        ["name"] = "handoff.status",
        ["id"] = "s-1",
        ["channelId"] = "emulator",
        ["conversation"] = new JsonObject { ["id"] = "conv/1" },
        ["from"] = new JsonObject { ["id"] = "desk-1", ["name"] = "王芳" },
        ["recipient"] = new JsonObject { ["id"] = "bot-1" },
        ["value"] = new JsonObject { ["state"] = state },
    };
}
