using System.Net.WebSockets;
using CardShop.Channels.Tests.Fakes;

namespace CardShop.Channels.Tests.DirectLine;

public sealed class SocketTests
{
    [Fact]
    public async Task Socket_ReplaysTheWelcomeAndGoesOnLive()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);
        using var socket = await page.ConnectAsync(conversationId);

        var welcome = Assert.Single(await socket.MessagesAsync(1));
        await socket.PingAsync();
        await page.SayAsync(conversationId, "充错了");
        var said = await socket.MessagesAsync(2);

        Assert.Equal("welcome", (string?)welcome["channelData"]!["key"]);
        Assert.Equal(["user", "bot"], said.Select(activity => (string?)activity["from"]!["role"]));
    }

    [Fact]
    public async Task Socket_ReconnectWithWatermark_GetsWhatWasMissedAndNothingTwice()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);
        string watermark;
        using (var socket = await page.ConnectAsync(conversationId))
        {
            watermark = (string)(await socket.NextAsync())!["watermark"]!;
            await socket.CloseAsync();
        }

        await page.SayAsync(conversationId, "还在吗");
        channels.House.Say($"directline:{conversationId}", Words.Of("later", "审核有结果了。"));
        using var again = await page.ConnectAsync(conversationId, watermark);

        Assert.Equal(["还在吗", "收到：还在吗", "审核有结果了。"], (await again.MessagesAsync(3)).Select(activity => (string?)activity["text"]));
    }

    [Fact]
    public async Task Socket_TwoPages_BothSeeEverything()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);
        using var one = await page.ConnectAsync(conversationId);
        using var two = await page.ConnectAsync(conversationId);

        await page.SayAsync(conversationId, "充错了");

        var expected = (await one.MessagesAsync(3)).Select(activity => (string?)activity["id"]);
        Assert.Equal(expected, (await two.MessagesAsync(3)).Select(activity => (string?)activity["id"]));
    }

    [Fact]
    public async Task Socket_ManyEntries_ComeInOrderAcrossFrames()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);
        channels.House.Say($"directline:{conversationId}", [.. Enumerable.Range(0, 250).Select(number => Words.Of("row", $"{number}"))]);

        using var socket = await page.ConnectAsync(conversationId, "1");

        Assert.Equal(Enumerable.Range(0, 250).Select(number => $"{number}"), (await socket.MessagesAsync(250)).Select(activity => (string?)activity["text"]));
    }

    [Fact]
    public async Task Socket_BotAtWork_SendsTypingWithoutMovingTheWatermark()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);
        using var socket = await page.ConnectAsync(conversationId);
        await socket.MessagesAsync(1);

        // The socket may not be waiting yet when the first sign is given.
        var next = socket.NextAsync();
        while (!next.IsCompleted)
        {
            channels.House.SignTyping($"directline:{conversationId}");
            await Task.WhenAny(next, Task.Delay(10, TestContext.Current.CancellationToken));
        }

        var frame = await next;
        Assert.Equal("typing", (string?)Assert.Single(frame!["activities"]!.AsArray())!["type"]);
        Assert.Null(frame["watermark"]);
        Assert.Single((await page.PollAsync(conversationId)).Activities);
    }

    [Fact]
    public async Task Socket_ServerStops_IsToldToComeBack()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);
        using var socket = await page.ConnectAsync(conversationId);
        await socket.MessagesAsync(1);

        var stopping = channels.StopAsync();

        Assert.Null(await socket.NextAsync());
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, socket.CloseStatus);
        await socket.CloseAsync();
        await stopping;
    }

    [Fact]
    public async Task Socket_StoreFails_IsClosedForTheClientToComeBack()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);
        using var socket = await page.ConnectAsync(conversationId);
        await socket.MessagesAsync(1);
        channels.House.Say($"directline:{conversationId}");

        channels.House.Fault = new TimeoutException("The store is busy.");
        channels.House.SignTyping($"directline:{conversationId}");
        while (await socket.NextAsync() is not null)
        {
        }

        Assert.Equal(WebSocketCloseStatus.InternalServerError, socket.CloseStatus);
    }
}
