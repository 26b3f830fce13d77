using System.Net;
using CardShop.Channels.Tests.Fakes;

namespace CardShop.Channels.Tests.DirectLine;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest, "NotJson", "application/json")]
    [InlineData("{}", HttpStatusCode.BadRequest, "NotAnActivity", "application/json")]
    [InlineData("""{"type":"message","text":7}""", HttpStatusCode.BadRequest, "WrongType", "application/json")]
    [InlineData("""{"type":"message","from":[]}""", HttpStatusCode.BadRequest, "WrongType", "application/json")]
    [InlineData("""{"type":"message","text":"在吗"}""", HttpStatusCode.UnsupportedMediaType, "NotJsonMedia", "text/plain")]
    public async Task Post_Unreadable_IsRefusedKindly(string body, HttpStatusCode status, string code, string contentType)
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);

        using var answer = await page.SendAsync(HttpMethod.Post, $"/conversations/{conversationId}/activities", body, contentType);

        await Problems.AssertAsync(answer, status, code);
    }

    [Fact]
    public async Task Token_ForAUserIdThatNoStoreHolds_IsRefusedKindly()
    {
        await using var channels = await RunningChannels.StartAsync();

        using var answer = await new DirectLineClient(channels, RunningChannels.Secret).SendAsync(HttpMethod.Post, "/tokens/generate", $$$"""{"user":{"id":"{{{new string('c', 129)}}}"}}""");

        await Problems.AssertAsync(answer, HttpStatusCode.BadRequest, "LongUser");
    }

    [Theory]
    [InlineData("""{"type":"message","text":"在吗","from":null,"channelData":null,"value":null}""")]
    [InlineData("""{"type":"message","text":"在吗","channelData":[],"value":"yes"}""")]
    [InlineData("""{"type":"message","channelData":{"clientActivityID":7},"value":{"question":1,"option":[]}}""")]
    [InlineData("""{"type":"message","text":""}""")]
    public async Task Post_OddButReadable_IsTaken(string body)
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);

        await page.JsonAsync(HttpMethod.Post, $"/conversations/{conversationId}/activities", body);

        Assert.Equal(3, (await page.PollAsync(conversationId)).Activities.Count);
    }

    [Fact]
    public async Task Post_HugeText_IsEchoedWhole()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);
        var text = new string('a', 100_000);

        await page.SayAsync(conversationId, text);

        var (activities, _) = await page.PollAsync(conversationId);
        Assert.Equal(text, (string?)activities[1]["text"]);
        Assert.Equal($"收到：{text[..4_000]}", (string?)activities[2]["text"]);
    }

    [Fact]
    public async Task Post_TooLarge_IsRefusedKindly()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);

        using var answer = await page.SendAsync(
            HttpMethod.Post, $"/conversations/{conversationId}/activities", $$"""{"text":"{{new string('a', 300_000)}}","type":"message"}""");

        await Problems.AssertAsync(answer, HttpStatusCode.RequestEntityTooLarge, "TooLarge");
    }

    [Fact]
    public async Task Post_TooFast_IsSlowedDownForThatConversationOnly()
    {
        await using var channels = await RunningChannels.StartAsync(("DirectLine:PostBurst", "3"), ("DirectLine:PostsPerSecond", "1"));
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);
        var (other, otherId) = await DirectLineClient.OpenAsync(channels);
        HttpResponseMessage? slowed = null;
        while (slowed is null)
        {
            var answer = await page.SendAsync(HttpMethod.Post, $"/conversations/{conversationId}/activities", """{"type":"typing"}""");
            slowed = answer.StatusCode is HttpStatusCode.OK ? null : answer;
        }

        using (slowed)
        {
            await Problems.AssertAsync(slowed, HttpStatusCode.TooManyRequests, "TooManyMessages");
            Assert.NotNull(slowed.Headers.RetryAfter);
        }

        await other.SayAsync(otherId, "在吗");
        Assert.Single((await page.PollAsync(conversationId)).Activities);
    }

    [Fact]
    public async Task Upload_NoForm_IsRefusedKindly()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);

        using var answer = await page.SendAsync(HttpMethod.Post, $"/conversations/{conversationId}/upload?userId=r_1", "{}");

        await Problems.AssertAsync(answer, HttpStatusCode.UnsupportedMediaType, "NotAForm");
    }

    [Fact]
    public async Task SessionId_IsNotUsed()
    {
        await using var channels = await RunningChannels.StartAsync();

        using var answer = await new DirectLineClient(channels, null).SendAsync(HttpMethod.Get, "/session/getsessionid");

        await Problems.AssertAsync(answer, HttpStatusCode.NotFound, "NoSessions");
    }

    [Fact]
    public async Task Generate_BodyIsNoJson_IsRefusedKindly()
    {
        await using var channels = await RunningChannels.StartAsync();

        using var answer = await new DirectLineClient(channels, RunningChannels.Secret).SendAsync(HttpMethod.Post, "/tokens/generate", "{");

        await Problems.AssertAsync(answer, HttpStatusCode.BadRequest, "NotJson");
    }
}
