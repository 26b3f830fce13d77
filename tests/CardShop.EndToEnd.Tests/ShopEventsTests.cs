using System.Net;
using System.Text;
using CardShop.EndToEnd.Tests.Infrastructure;

namespace CardShop.EndToEnd.Tests;

/// <summary>The route on which the shop tells, as a stranger on the wire meets it.</summary>
public sealed class ShopEventsTests
{
    [Theory]
    [InlineData(60, HttpStatusCode.Unauthorized, "signature_invalid")]
    [InlineData(100 * 1024, HttpStatusCode.RequestEntityTooLarge, "too_large")]
    public async Task EventOfAStranger_IsRefusedWithAProblem(int length, HttpStatusCode status, string code)
    {
        await using var host = await HostProcess.StartNewAsync();
        using var http = new HttpClient();
        var body = $$"""{"id":"evt-1","type":"order_changed","at":"2026-11-22T12:00:00Z","orderNo":"{{new string('1', length)}}"}""";
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await http.PostAsync(new Uri(host.Address, "api/shop/events"), content, TestContext.Current.CancellationToken);

        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
