using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CardShop.Channels.Tests.Fakes;

namespace CardShop.Channels.Tests.DirectLine;

public sealed class AccessTests
{
    public static TheoryData<string, string> Endpoints => new()
    {
        { "POST", "/conversations" },
        { "GET", "/conversations/{id}" },
        { "GET", "/conversations/{id}/activities" },
        { "POST", "/conversations/{id}/activities" },
        { "POST", "/conversations/{id}/upload?userId=r_1" },
        { "POST", "/tokens/refresh" },
    };

    public static TheoryData<string, string> ConversationEndpoints => [.. Endpoints.Where(row => row.Data.Item2.Contains("{id}", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Call_NoToken_IsRefused(string method, string path)
    {
        await using var channels = await RunningChannels.StartAsync();
        var (_, conversationId) = await DirectLineClient.OpenAsync(channels);

        using var answer = await new DirectLineClient(channels, bearer: null).SendAsync(new HttpMethod(method), Fill(path, conversationId));

        await Problems.AssertAsync(answer, HttpStatusCode.Unauthorized, "NoToken");
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Call_ExpiredToken_IsRefused(string method, string path)
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);
        channels.Wall.Advance(TimeSpan.FromMinutes(30));

        using var answer = await page.SendAsync(new HttpMethod(method), Fill(path, conversationId));

        await Problems.AssertAsync(answer, HttpStatusCode.Forbidden, "TokenExpired");
    }

    [Theory]
    [MemberData(nameof(ConversationEndpoints))]
    public async Task Call_TokenOfAnotherCustomersConversation_IsRefused(string method, string path)
    {
        await using var channels = await RunningChannels.StartAsync();
        var (_, conversationId) = await DirectLineClient.OpenAsync(channels, "c-1");
        var (other, _) = await DirectLineClient.OpenAsync(channels, "c-2");

        using var answer = await other.SendAsync(new HttpMethod(method), Fill(path, conversationId));

        await Problems.AssertAsync(answer, HttpStatusCode.Forbidden, "OtherConversation");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJjb252IjoiMSIsImtpbmQiOiJDb252ZXJzYXRpb24ifQ.")]
    public async Task Call_ForgedToken_IsRefused(string token)
    {
        await using var channels = await RunningChannels.StartAsync();

        using var answer = await new DirectLineClient(channels, token).SendAsync(HttpMethod.Get, "/conversations/1/activities");

        await Problems.AssertAsync(answer, HttpStatusCode.Forbidden, "BadToken");
    }

    [Theory]
    [InlineData("\"alg\":\"HS256\"", "\"alg\":\"none\"", 0)]
    [InlineData("\"user\":\"c-1\"", "\"user\":\"c-2\"", 1)]
    [InlineData("\"kind\":\"Conversation\"", "\"kind\":\"Secret\"", 1)]
    public async Task Call_TokenWithAChangedPart_IsRefused(string part, string changed, int index)
    {
        await using var channels = await RunningChannels.StartAsync();
        var (_, conversationId, token) = await DirectLineClient.MintAsync(channels, "c-1");
        var parts = token.Split('.');
        var text = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[index]));
        Assert.Contains(part, text, StringComparison.Ordinal);
        parts[index] = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text.Replace(part, changed, StringComparison.Ordinal)));

        using var answer = await new DirectLineClient(channels, string.Join('.', parts)).SendAsync(HttpMethod.Get, $"/conversations/{conversationId}/activities");

        await Problems.AssertAsync(answer, HttpStatusCode.Forbidden, "BadToken");
    }

    [Fact]
    public async Task Generate_WithoutTheShopsSecret_IsRefused()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, _) = await DirectLineClient.OpenAsync(channels);

        using var guessed = await new DirectLineClient(channels, "a-secret-for-test").SendAsync(HttpMethod.Post, "/tokens/generate");
        using var token = await page.SendAsync(HttpMethod.Post, "/tokens/generate");
        using var nothing = await new DirectLineClient(channels, null).SendAsync(HttpMethod.Post, "/tokens/generate");

        await Problems.AssertAsync(guessed, HttpStatusCode.Forbidden, "SecretNeeded");
        await Problems.AssertAsync(token, HttpStatusCode.Forbidden, "SecretNeeded");
        await Problems.AssertAsync(nothing, HttpStatusCode.Unauthorized, "NoToken");
    }

    [Fact]
    public async Task Refresh_BeforeTheEnd_GoesOnWithTheSameConversationAndCustomer()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels, "c-1");
        channels.Wall.Advance(TimeSpan.FromMinutes(29));

        var refreshed = await page.JsonAsync(HttpMethod.Post, "/tokens/refresh");
        channels.Wall.Advance(TimeSpan.FromMinutes(29));
        var later = new DirectLineClient(channels, (string?)refreshed["token"]);
        await later.SayAsync(conversationId, "还在");

        Assert.Equal(1800, (int?)refreshed["expires_in"]);
        Assert.Equal(conversationId, (string?)refreshed["conversationId"]);
        Assert.Equal("c-1", (string?)(await later.PollAsync(conversationId)).Activities[1]["from"]!["id"]);
    }

    [Fact]
    public async Task StreamUrl_IsGoodForTheSocketOnlyAndNotForLong()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId) = await DirectLineClient.OpenAsync(channels);
        var streamUrl = (string)(await page.JsonAsync(HttpMethod.Get, $"/conversations/{conversationId}"))["streamUrl"]!;
        var streamToken = streamUrl[(streamUrl.IndexOf("t=", StringComparison.Ordinal) + 2)..];

        using var asBearer = await new DirectLineClient(channels, streamToken).SendAsync(HttpMethod.Get, $"/conversations/{conversationId}/activities");
        using var noSocket = await page.SendAsync(HttpMethod.Get, $"/conversations/{conversationId}/stream?t={streamToken}");
        channels.Wall.Advance(TimeSpan.FromMinutes(1));
        using var late = await page.SendAsync(HttpMethod.Get, $"/conversations/{conversationId}/stream?t={streamToken}");

        await Problems.AssertAsync(asBearer, HttpStatusCode.Forbidden, "BadToken");
        await Problems.AssertAsync(noSocket, HttpStatusCode.BadRequest, "NotASocket");
        await Problems.AssertAsync(late, HttpStatusCode.Forbidden, "TokenExpired");
    }

    [Fact]
    public async Task Socket_OfAnotherConversation_IsRefused()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (one, oneId) = await DirectLineClient.OpenAsync(channels, "c-1");
        var (_, twoId) = await DirectLineClient.OpenAsync(channels, "c-2");
        var streamUrl = (string)(await one.JsonAsync(HttpMethod.Get, $"/conversations/{oneId}"))["streamUrl"]!;

        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(
            () => DirectLineSocket.OpenAsync(new Uri(streamUrl.Replace(oneId, twoId, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("r_made-up")]
    [InlineData("")]
    public async Task Generate_MadeUpUser_IsAGuest(string user)
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId, _) = await DirectLineClient.MintAsync(channels, user);

        await page.SayAsync(conversationId, "在吗");

        Assert.Null(channels.House.Opening($"directline:{conversationId}").CustomerId);
        Assert.Equal("r_page", (string?)(await page.PollAsync(conversationId)).Activities[1]["from"]!["id"]);
    }

    [Fact]
    public async Task Start_GuestClaimsToBeACustomer_StaysAGuest()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId, _) = await DirectLineClient.MintAsync(channels);

        await page.JsonAsync(HttpMethod.Post, "/conversations", """{"user":{"id":"c-1"}}""");

        Assert.Null(channels.House.Opening($"directline:{conversationId}").CustomerId);
    }

    [Fact]
    public async Task Start_WithTheShopsSecret_OpensAConversationOfItsCustomer()
    {
        await using var channels = await RunningChannels.StartAsync();
        var shop = new DirectLineClient(channels, RunningChannels.Secret);

        var started = await shop.JsonAsync(HttpMethod.Post, "/conversations", """{"user":{"id":"c-1"},"locale":"en-US"}""");
        var conversationId = (string)started["conversationId"]!;
        await shop.SayAsync(conversationId, "在吗");

        Assert.Equal("c-1", channels.House.Opening($"directline:{conversationId}").CustomerId);
        Assert.Equal(3, (await shop.PollAsync(conversationId)).Activities.Count);
    }

    [Fact]
    public async Task Reconnect_WithTheShopsSecret_GivesTheConversationsCustomerANewToken()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (_, conversationId) = await DirectLineClient.OpenAsync(channels, "c-1");
        channels.Wall.Advance(TimeSpan.FromHours(2));

        var reopened = await new DirectLineClient(channels, RunningChannels.Secret).JsonAsync(HttpMethod.Get, $"/conversations/{conversationId}");
        var page = new DirectLineClient(channels, (string?)reopened["token"]);
        await page.SayAsync(conversationId, "我回来了");

        Assert.Equal("c-1", (string?)(await page.PollAsync(conversationId)).Activities[1]["from"]!["id"]);
    }

    [Fact]
    public async Task Secret_ConversationThatNobodyOpened_IsNotFound()
    {
        await using var channels = await RunningChannels.StartAsync();
        var shop = new DirectLineClient(channels, RunningChannels.Secret);

        using var reconnect = await shop.SendAsync(HttpMethod.Get, "/conversations/none");
        using var post = await shop.SendAsync(HttpMethod.Post, "/conversations/none/activities", """{"type":"message","text":"在吗"}""");
        using var refresh = await shop.SendAsync(HttpMethod.Post, "/tokens/refresh");

        await Problems.AssertAsync(reconnect, HttpStatusCode.NotFound, "NoConversation");
        await Problems.AssertAsync(post, HttpStatusCode.NotFound, "NoConversation");
        await Problems.AssertAsync(refresh, HttpStatusCode.Forbidden, "BadToken");
    }

    [Fact]
    public async Task Reconnect_ConversationThatTheStoreForgot_BeginsItAnew()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId, _) = await DirectLineClient.MintAsync(channels, "c-1");

        await page.JsonAsync(HttpMethod.Get, $"/conversations/{conversationId}?watermark=");

        Assert.Equal("welcome", (string?)Assert.Single((await page.PollAsync(conversationId)).Activities)["channelData"]!["key"]);
    }

    [Fact]
    public async Task Token_NamesTheCustomerForTheClient()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (_, conversationId, token) = await DirectLineClient.MintAsync(channels, "c-1");

        var claims = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]))!;

        Assert.Equal("c-1", (string?)claims["user"]);
        Assert.Equal(conversationId, (string?)claims["conv"]);
    }

    private static string Fill(string path, string conversationId) => path.Replace("{id}", conversationId, StringComparison.Ordinal);
}
