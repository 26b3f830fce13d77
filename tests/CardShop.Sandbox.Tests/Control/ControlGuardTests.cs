using System.Net;
using CardShop.Sandbox.Tests.Hosting;

namespace CardShop.Sandbox.Tests.Control;

public sealed class ControlGuardTests
{
    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Forwarded-Host", "shop.example")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("X-Real-IP", "203.0.113.7")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Host", "evil.example")]
    public async Task ForwardedOrForeignRequest_IsRefused_InPlainEnglish(string header, string value)
    {
        await using var host = await ShopHost.StartAsync();
        Reply[] answers =
        [
            await host.Control.GetAsync("commands", (header, value)),
            await host.Control.PostAsync("orders", "{}", (header, value)),
            await host.Control.PostAsync("reset", null, (header, value)),
        ];
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (answer.Status, answer.Code)));
        Assert.All(answers, answer => Assert.StartsWith("The controls ", (string)answer.Json["title"]!, StringComparison.Ordinal));
        Assert.Empty((await host.Control.GetAsync("commands")).Json.AsArray());
    }

    [Fact]
    public async Task DemoPageItself_MayUseThem()
    {
        await using var host = await ShopHost.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await host.Control.GetAsync("commands", ("Origin", host.Address.GetLeftPart(UriPartial.Authority)))).Status);
    }

    [Fact]
    public async Task Localhost_MayUseThem_ByName()
    {
        await using var host = await ShopHost.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await host.Control.GetAsync("commands", ("Host", $"localhost:{host.Address.Port}"))).Status);
    }
}
