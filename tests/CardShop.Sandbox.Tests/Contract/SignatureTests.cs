using System.Net;
using System.Text;
using CardShop.Sandbox.Tests.Hosting;
using CardShop.ShopContract;

namespace CardShop.Sandbox.Tests.Contract;

public sealed class SignatureTests
{
    private const string Nonce = "0123456789abcdef";

    [Fact]
    public void Signature_OfAKnownRequest_IsTheOneOfTheContract()
    {
        var headers = RequestSignature.Headers("post", "/a?b=c", "{}"u8, "key", "secret", DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), Nonce)
            .ToDictionary(header => header.Key, header => header.Value);

        Assert.Equal("1700000000", headers[ShopHeaders.Timestamp]);
        Assert.Equal(ByTheDocument("POST\n/a?b=c\n1700000000\n0123456789abcdef\n44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"), headers[ShopHeaders.Signature]);
    }

    [Theory]
    [InlineData("299", true), InlineData("300", true), InlineData("301", false), InlineData("-300", true), InlineData("-301", false)]
    public void Timestamp_IsTimely_ForFiveMinutesEitherWay(string ahead, bool timely)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
        var stamp = (1_700_000_000 + long.Parse(ahead, System.Globalization.CultureInfo.InvariantCulture)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(timely, RequestSignature.IsTimely(stamp, now));
    }

    [Theory]
    [InlineData(""), InlineData("now"), InlineData("-1700000000"), InlineData("99999999999999999999"), InlineData("9223372036854775807"), InlineData("1,700,000,000")]
    public void Timestamp_ThatIsNoTime_IsNotTimely(string stamp) => Assert.False(RequestSignature.IsTimely(stamp, DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)));

    [Fact]
    public async Task Request_WellSigned_IsServed()
    {
        await using var host = await ShopHost.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(host, Sign(host))).StatusCode);
    }

    [Fact]
    public async Task Request_SentTwice_IsRefusedTheSecondTime()
    {
        await using var host = await ShopHost.StartAsync();
        var signed = Sign(host);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(host, signed)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(host, signed)).StatusCode);
    }

    [Fact]
    public async Task Request_SentManyTimesAtOnce_IsServedOnce()
    {
        await using var host = await ShopHost.StartAsync();
        var signed = Sign(host);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(host, signed)));
        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.OK);
    }

    [Fact]
    public async Task Request_TooOld_IsRefused()
    {
        await using var host = await ShopHost.StartAsync();
        var signed = Sign(host);
        host.WallClock.Advance(TimeSpan.FromSeconds(301));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(host, signed)).StatusCode);
    }

    [Fact]
    public async Task Request_WhileTheOneClockIsAhead_IsJudgedByTheWallClock()
    {
        await using var host = await ShopHost.StartAsync();
        await host.AdvanceClockAsync(86_400);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(host, Sign(host))).StatusCode);
    }

    [Theory]
    [InlineData(ShopHeaders.Key, "another-key")]
    [InlineData(ShopHeaders.Signature, "0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData(ShopHeaders.Signature, "")]
    [InlineData(ShopHeaders.Nonce, "fedcba9876543210")]
    [InlineData(ShopHeaders.Nonce, "short")]
    [InlineData(ShopHeaders.Timestamp, "1700000001")]
    public async Task Request_WithOneHeaderChanged_IsRefused_AndNeverSaysWhich(string name, string value)
    {
        await using var host = await ShopHost.StartAsync();
        var answer = await SendAsync(host, [.. Sign(host).Where(header => header.Key != name), new(name, value)]);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(
            """{"code":"signature_invalid","title":"The request is not signed as agreed, is too old, or was seen before.","status":401}""",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Request_WithAnotherBodyThanSigned_IsRefused()
    {
        await using var host = await ShopHost.StartAsync();
        var target = "/sandbox/shop/v1/orders/lookup";
        var headers = RequestSignature.Headers("POST", target, "{}"u8, ShopHost.KeyId, ShopHost.Secret, host.WallClock.GetUtcNow(), RequestSignature.NewNonce());
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, target)) { Content = new StringContent("{ }", Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    private static string ByTheDocument(string signed) =>
        Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("secret"u8, Encoding.UTF8.GetBytes(signed)));

    private static IReadOnlyList<KeyValuePair<string, string>> Sign(ShopHost host) => RequestSignature.Headers(
        "GET", "/sandbox/shop/v1/products", [], ShopHost.KeyId, ShopHost.Secret, host.WallClock.GetUtcNow(), RequestSignature.NewNonce());

    private static async Task<HttpResponseMessage> SendAsync(ShopHost host, IEnumerable<KeyValuePair<string, string>> headers)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, host.ContractUri("products"));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
