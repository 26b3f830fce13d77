using System.Net;
using CardShop.Channels.Tests.Fakes;

namespace CardShop.Channels.Tests.DirectLine;

public sealed class OriginTests
{
    private const string Shop = "https://shop.example";

    [Fact]
    public async Task Preflight_AllowsWhatMicrosoftsClientSends()
    {
        await using var channels = await RunningChannels.StartAsync();
        using var asking = new HttpRequestMessage(HttpMethod.Options, "/v3/directline/conversations/1/activities");
        asking.Headers.Add("Origin", Shop);
        asking.Headers.Add("Access-Control-Request-Method", "POST");
        asking.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with");

        using var answer = await channels.Http.SendAsync(asking, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(Shop, Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("authorization, content-type, x-ms-bot-agent, x-requested-with", string.Join(", ", answer.Headers.GetValues("Access-Control-Allow-Headers")));
        Assert.Contains("POST", string.Join(", ", answer.Headers.GetValues("Access-Control-Allow-Methods")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task Call_FromAPageThatTheTokenNames_IsServed()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, _, _) = await DirectLineClient.MintAsync(channels, origin: Shop + "/");

        using var answer = await page.SendAsync(HttpMethod.Post, "/conversations", origin: Shop);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(Shop, Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("Origin", answer.Headers.Vary);
    }

    [Fact]
    public async Task Call_FromAPageOfTheSettings_IsServed()
    {
        await using var channels = await RunningChannels.StartAsync(("DirectLine:TrustedOrigins:0", Shop));
        var (page, _, _) = await DirectLineClient.MintAsync(channels);

        using var answer = await page.SendAsync(HttpMethod.Post, "/conversations", origin: Shop);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Fact]
    public async Task Call_FromTheBotsOwnPage_IsServed()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, _, _) = await DirectLineClient.MintAsync(channels, origin: Shop);

        using var answer = await page.SendAsync(HttpMethod.Post, "/conversations", origin: $"https://{channels.Address.Authority}");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://shop.example.evil.example")]
    [InlineData("http://shop.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task Call_FromAnyOtherPage_IsRefusedAndMayReadWhy(string origin)
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId, _) = await DirectLineClient.MintAsync(channels, origin: Shop);

        using var answer = await page.SendAsync(HttpMethod.Post, $"/conversations/{conversationId}/activities", """{"type":"message","text":"撤单"}""", origin: origin);

        await Problems.AssertAsync(answer, HttpStatusCode.Forbidden, "BadOrigin");
        Assert.Equal(origin, Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Empty(channels.House.Inbound);
    }
}
