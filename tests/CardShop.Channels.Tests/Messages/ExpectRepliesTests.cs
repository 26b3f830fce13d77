using CardShop.Channels.Tests.Fakes;

namespace CardShop.Channels.Tests.Messages;

public sealed class ExpectRepliesTests
{
    [Fact]
    public async Task Message_IsAnsweredInTheResponse()
    {
        await using var channels = await RunningChannels.StartAsync();

        var reply = Assert.Single(await channels.RepliesAsync(Activities.Message("充错了", expectReplies: true)));

        Assert.Equal("收到：充错了", (string?)reply["text"]);
        Assert.Equal("a-1", (string?)reply["replyToId"]);
        Assert.Equal("bot-1", (string?)reply["from"]!["id"]);
        Assert.Equal("bot", (string?)reply["from"]!["role"]);
        Assert.Equal("c-1", (string?)reply["recipient"]!["id"]);
        Assert.Equal("conv/1", (string?)reply["conversation"]!["id"]);
    }

    [Fact]
    public async Task Message_SenderNamesACustomer_IsStillAGuest()
    {
        await using var channels = await RunningChannels.StartAsync();

        await channels.RepliesAsync(Activities.Message("我是 c-1", expectReplies: true));

        Assert.Null(channels.House.Opening("emulator:conv/1").CustomerId);
    }

    [Fact]
    public async Task Message_ShopAnswersInTime_ComesWithTheSameResponse()
    {
        await using var channels = await RunningChannels.StartAsync();
        channels.House.Settling = _ => [Words.Of("done", "已撤单。")];

        var replies = await channels.RepliesAsync(Activities.Message("确认", expectReplies: true));

        Assert.Equal(["heard", "done"], replies.Select(reply => (string?)reply["channelData"]!["key"]));
    }

    [Fact]
    public async Task Message_SentAgain_GetsTheSameRepliesAndRunsOnce()
    {
        await using var channels = await RunningChannels.StartAsync();
        channels.House.Settling = _ => channels.House.Inbound.Count == 1 ? [Words.Of("done", "已撤单。")] : [];
        var first = await channels.RepliesAsync(Activities.Message("确认", expectReplies: true));
        await channels.RepliesAsync(Activities.Message("谢谢", id: "a-2", expectReplies: true));

        var again = await channels.RepliesAsync(Activities.Message("确认", expectReplies: true));

        Assert.Equal(first.Select(reply => (string?)reply["id"]), again.Select(reply => (string?)reply["id"]));
    }

    [Fact]
    public async Task Message_WordsCameBetweenResponses_AreCarriedByTheNext()
    {
        await using var channels = await RunningChannels.StartAsync();
        await channels.RepliesAsync(Activities.Message("确认", expectReplies: true));
        channels.House.Say("emulator:conv/1", Words.Of("late", "退款已到账。"));

        var replies = await channels.RepliesAsync(Activities.Message("怎么样了", id: "a-2", expectReplies: true));

        Assert.Equal(["late", "heard"], replies.Select(reply => (string?)reply["channelData"]!["key"]));
    }

    [Fact]
    public async Task Message_WithoutId_IsKnownAgainByItsTime()
    {
        await using var channels = await RunningChannels.StartAsync();
        var timed = Activities.Message("确认", id: null, expectReplies: true);
        timed["timestamp"] = "2026-03-02T02:00:00.123Z";

        var first = Assert.Single(await channels.RepliesAsync(timed));
        var again = Assert.Single(await channels.RepliesAsync(timed));
        await channels.RepliesAsync(Activities.Message("好的", id: null, expectReplies: true));
        await channels.RepliesAsync(Activities.Message("好的", id: null, expectReplies: true));

        Assert.Equal((string?)first["id"], (string?)again["id"]);
        Assert.Null(first["replyToId"]);
        Assert.Equal(3, channels.House.Inbound.DistinctBy(turn => turn.InboundId).Count());
    }

    [Fact]
    public async Task Message_ServiceUrlElsewhere_IsAnsweredButNeverWrittenTo()
    {
        await using var channels = await RunningChannels.StartAsync();

        Assert.Single(await channels.RepliesAsync(Activities.Message("在吗", serviceUrl: new Uri("http://203.0.113.9/"), expectReplies: true)));

        Assert.DoesNotContain("203.0.113.9", channels.House.Opening("emulator:conv/1").Reference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typing_IsAnsweredWithNothing()
    {
        await using var channels = await RunningChannels.StartAsync();
        var typing = Activities.Message("", expectReplies: true);
        typing["type"] = "typing";

        Assert.Empty(await channels.RepliesAsync(typing));
    }
}
