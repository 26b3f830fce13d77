using System.Net;
using CardShop.Activities.Connector;

namespace CardShop.Activities.Tests.Connector;

public sealed class ConnectorClientTests
{
    [Theory]
    [InlineData("http://localhost:1/base/", "a:1;x", null, "http://localhost:1/base/v3/conversations/a%3A1%3Bx/activities")]
    [InlineData("http://localhost:1", "a/../b", "r/1?#", "http://localhost:1/v3/conversations/a%2F..%2Fb/activities/r%2F1%3F%23")]
    [InlineData("http://localhost:1", "会话", "", "http://localhost:1/v3/conversations/%E4%BC%9A%E8%AF%9D/activities")]
    public void Route_EscapesIds(string serviceUrl, string conversation, string? replyTo, string route) => Assert.Equal(
        route,
        ConnectorClient.Route(new Uri(serviceUrl), new Activity { Conversation = new ConversationAccount(conversation), ReplyToId = replyTo }).AbsoluteUri);

    [Theory]
    [InlineData(HttpStatusCode.OK, """{"id":"x"}""", "x")]
    [InlineData(HttpStatusCode.Created, "{}", null)]
    [InlineData(HttpStatusCode.Accepted, "", null)]
    [InlineData(HttpStatusCode.OK, "fine", null)]
    [InlineData(HttpStatusCode.OK, "[1]", null)]
    public async Task Post_Taken_AnswersTheIdIfThereIsOne(HttpStatusCode status, string body, string? id)
    {
        using var http = new HttpClient(new Canned((_, _) => Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) })));

        Assert.Equal(id, await PostAsync(http));
    }

    [Theory]
    [InlineData(HttpStatusCode.Moved, true)]
    [InlineData(HttpStatusCode.BadRequest, true)]
    [InlineData(HttpStatusCode.Unauthorized, true)]
    [InlineData(HttpStatusCode.Gone, true)]
    [InlineData(HttpStatusCode.RequestTimeout, false)]
    [InlineData(HttpStatusCode.TooManyRequests, false)]
    [InlineData(HttpStatusCode.BadGateway, false)]
    public async Task Post_NotTaken_SaysWhetherForEver(HttpStatusCode status, bool isFinal)
    {
        using var http = new HttpClient(new Canned((_, _) => Task.FromResult(new HttpResponseMessage(status))));

        var refused = await Assert.ThrowsAsync<ConnectorException>(() => PostAsync(http));

        Assert.Equal(status, refused.Status);
        Assert.Equal(isFinal, refused.IsFinal);
    }

    [Fact]
    public async Task Post_NoAnswerInTime_CanBeRepeated()
    {
        using var http = new HttpClient(new Canned(NeverAnswerAsync)) { Timeout = TimeSpan.FromMilliseconds(1) };

        Assert.False((await Assert.ThrowsAsync<ConnectorException>(() => PostAsync(http))).IsFinal);
    }

    [Fact]
    public async Task Post_CallerGivesUp_IsNoFaultOfTheConnector()
    {
        using var http = new HttpClient(new Canned((_, token) => Task.FromCanceled<HttpResponseMessage>(token)));
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PostAsync(http, gone.Token));
    }

    [Theory]
    [InlineData("http://localhost:3979/", true)]
    [InlineData("https://smba.trafficmanager.net/amer", true)]
    [InlineData("urn:botframework:websocket", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("//localhost", false)]
    [InlineData("https://a@localhost/", false)]
    [InlineData("https://localhost/#x", false)]
    [InlineData(null, false)]
    public void ServiceUrl_MustBeAPlaceOnTheWeb(string? text, bool readable) => Assert.Equal(readable, ServiceUrl.TryRead(text, out _));

    private static async Task<HttpResponseMessage> NeverAnswerAsync(HttpRequestMessage request, CancellationToken token)
    {
        await Task.Delay(Timeout.Infinite, token);
        throw new InvalidOperationException($"{request.RequestUri} was answered.");
    }

    private static Task<string?> PostAsync(HttpClient http, CancellationToken? token = null) => new ConnectorClient(http).PostAsync(
        new Uri("http://localhost:1"),
        new Activity { Type = ActivityTypes.Message, Conversation = new ConversationAccount("c") },
        token ?? TestContext.Current.CancellationToken);

    private sealed class Canned(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer(request, cancellationToken);
    }
}
