using System.Net;
using System.Text.Json.Nodes;
using CardShop.Channels.Tests.Fakes;
using CardShop.Dialogs.Turns;

namespace CardShop.Channels.Tests.Messages;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("MicrosoftAppId", "7d1c")]
    [InlineData("Shop:BaseUrl", "https://shop.example/v1")]
    public async Task Anonymous_RealBotOrRealShop_IsRefused(string setting, string value)
    {
        await using var channels = await RunningChannels.StartAsync((setting, value));

        using var answer = await channels.PostAsync(Activities.Message("在吗", expectReplies: true));

        await Problems.AssertAsync(answer, HttpStatusCode.Unauthorized, "NotAnonymous");
        Assert.Empty(channels.House.Inbound);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("X-Real-IP", "203.0.113.9")]
    [InlineData("Via", "1.1 proxy")]
    public async Task Anonymous_SomebodyElseBehindTheCaller_IsRefused(string name, string value)
    {
        await using var channels = await RunningChannels.StartAsync();

        using var answer = await channels.PostAsync(Activities.Message("在吗", expectReplies: true).ToJsonString(), header: (name, value));

        await Problems.AssertAsync(answer, HttpStatusCode.Unauthorized, "NotAnonymous");
    }

    [Theory]
    [InlineData("", "NotJson")]
    [InlineData("{", "NotJson")]
    [InlineData("hello", "NotJson")]
    [InlineData("""{"type":"message","type":"message"}""", "NotJson")]
    [InlineData("{}", "NotAnActivity")]
    [InlineData("[]", "NotAnActivity")]
    [InlineData("null", "NotAnActivity")]
    [InlineData("""{"text":"在吗"}""", "NotAnActivity")]
    [InlineData("""{"type":""}""", "NotAnActivity")]
    [InlineData("""{"type":["message"]}""", "WrongType")]
    [InlineData("""{"type":"message","text":{"a":1}}""", "WrongType")]
    [InlineData("""{"type":"message","from":"me"}""", "WrongType")]
    [InlineData("""{"type":"message","timestamp":"yesterday"}""", "WrongType")]
    [InlineData("""{"type":"message"}""", "NoAddress")]
    [InlineData("""{"type":"message","conversation":{"id":".."}}""", "NoAddress")]
    [InlineData("""{"type":"message","channelId":"a:b","conversation":{"id":"1"}}""", "NoAddress")]
    public async Task Body_Unreadable_IsRefusedKindly(string body, string code)
    {
        await using var channels = await RunningChannels.StartAsync();

        using var answer = await channels.PostAsync(body);

        await Problems.AssertAsync(answer, HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=gb18030")]
    public async Task Body_NotJsonMedia_IsRefusedKindly(string contentType)
    {
        await using var channels = await RunningChannels.StartAsync();

        using var answer = await channels.PostAsync(Activities.Message("在吗", expectReplies: true).ToJsonString(), contentType);

        await Problems.AssertAsync(answer, HttpStatusCode.UnsupportedMediaType, "NotJsonMedia");
    }

    [Fact]
    public async Task Body_TooLarge_IsRefusedKindly()
    {
        await using var channels = await RunningChannels.StartAsync();

        using var answer = await channels.PostAsync(Activities.Message(new string('哈', 100_000), expectReplies: true).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

        await Problems.AssertAsync(answer, HttpStatusCode.RequestEntityTooLarge, "TooLarge");
    }

    [Fact]
    public async Task Text_Huge_IsKeptWholeAndCutForTheEngine()
    {
        await using var channels = await RunningChannels.StartAsync();
        var text = new string('a', 3_999) + "😭" + new string('b', 100_000);

        Assert.Single(await channels.RepliesAsync(Activities.Message(text, expectReplies: true)));

        var turn = Assert.Single(channels.House.Inbound);
        Assert.Equal(new string('a', 3_999), Assert.IsType<CustomerSaid>(turn.Incoming).Text);
        Assert.Equal(text, (string?)JsonNode.Parse(turn.Echo!)!["text"]);
    }

    [Theory]
    [InlineData("😭😭😭", "😭😭😭")]
    [InlineData("\\u0000\\u0007\\u202e撤单", "\0\a\u202e撤单")]
    [InlineData("\\ud83d", "\uFFFD")]
    [InlineData("\\\\ud83d", "\\ud83d")]
    [InlineData("\\ud83d\\ude2d", "😭")]
    [InlineData("\\ude2d\\ud83d\\ud83d\\ude2d", "\uFFFD\uFFFD😭")]
    public async Task Text_StrangeCharacters_ReachTheEngine(string json, string text)
    {
        await using var channels = await RunningChannels.StartAsync();

        using var answer = await channels.PostAsync($$$"""{"id":"1","text":"{{{json}}}","type":"message","deliveryMode":"expectReplies","conversation":{"id":"1"}}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(text, Assert.IsType<CustomerSaid>(Assert.Single(channels.House.Inbound).Incoming).Text);
    }

    [Fact]
    public async Task Invoke_Unknown_IsNotImplemented()
    {
        await using var channels = await RunningChannels.StartAsync();

        using var answer = await channels.PostAsync("""{"type":"invoke","name":"adaptiveCard/action","conversation":{"id":"1"}}""");

        await Problems.AssertAsync(answer, HttpStatusCode.NotImplemented, "UnknownInvoke");
    }

    [Theory]
    [InlineData("event")]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("installationUpdate")]
    [InlineData("somethingNew")]
    public async Task OtherTypes_AreTakenWithoutATurn(string type)
    {
        await using var channels = await RunningChannels.StartAsync();

        using var answer = await channels.PostAsync($$"""{"type":"{{type}}"}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(channels.House.Inbound);
    }
}
