using CardShop.Sandbox.Tests.Hosting;

namespace CardShop.Sandbox.Tests.Contract;

public sealed class CapabilityTests
{
    [Theory]
    [InlineData("""{}""", "allowed", "allowed", "allowed", "review")]
    [InlineData("""{"minutesSincePayment":15}""", "allowed", "review", "review", "review")]
    [InlineData("""{"delivery":"processing"}""", "impossible", "review", "review", "review")]
    [InlineData("""{"delivery":"delivered"}""", "impossible", "review", "review", "review")]
    [InlineData("""{"payment":"unpaid"}""", "impossible", "allowed", "allowed", "impossible")]
    [InlineData("""{"payment":"refunded"}""", "impossible", "impossible", "impossible", "impossible")]
    [InlineData("""{"hold":"frozen"}""", "impossible", "review", "review", "review")]
    [InlineData("""{"product":"QQ音乐绿钻"}""", "impossible", "allowed", "impossible", "review")]
    [InlineData("""{"minutesSincePayment":60,"product":"迅雷白金会员"}""", "allowed", "allowed", "allowed", "review")]
    [InlineData("""{"capabilities":{"hold":"impossible","cancel":"review","modify":"impossible","refund":"allowed"}}""", "impossible", "review", "impossible", "allowed")]
    public async Task Verdicts_FollowTheRecord_UnlessGivenByHand(string spec, string hold, string cancel, string modify, string refund)
    {
        await using var host = await ShopHost.StartAsync();
        var sheet = await host.CapabilitiesAsync(await host.OrderAsync(spec));
        Assert.Equal((hold, cancel, modify, refund), (Verdict("hold"), Verdict("cancel"), Verdict("modify"), Verdict("refund")));

        string Verdict(string action) => (string)sheet[action]!["verdict"]!;
    }

    [Fact]
    public async Task Allowed_NamesItsDeadline_AndNoReason()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync("""{"minutesSincePayment":5}""");
        var cancel = (await host.CapabilitiesAsync(order))["cancel"]!;
        Assert.Equal(host.WallClock.GetUtcNow().AddMinutes(10), (DateTimeOffset)cancel["deadline"]!);
        Assert.Null(cancel["reason"]);
        Assert.False((bool)cancel["widensWindow"]!);
    }

    [Theory]
    [InlineData("""{"minutesSincePayment":15}""", "window_over")]
    [InlineData("""{"delivery":"delivered"}""", "already_shipped")]
    [InlineData("""{"hold":"frozen"}""", "frozen")]
    [InlineData("""{"payment":"closed"}""", "not_allowed")]
    [InlineData("""{"capabilities":{"cancel":"impossible"}}""", "not_supported")]
    [InlineData("""{"capabilities":{"cancel":"review"}}""", "not_allowed")]
    public async Task Otherwise_TheReasonIsNamed(string spec, string reason)
    {
        await using var host = await ShopHost.StartAsync();
        Assert.Equal(reason, (string)(await host.CapabilitiesAsync(await host.OrderAsync(spec)))["cancel"]!["reason"]!);
    }

    [Fact]
    public async Task ProductThatStaysOpen_WidensTheWindow_AndNamesNoDeadline()
    {
        await using var host = await ShopHost.StartAsync();
        var cancel = (await host.CapabilitiesAsync(await host.OrderAsync("""{"minutesSincePayment":60,"product":"迅雷白金会员"}""")))["cancel"]!;
        Assert.True((bool)cancel["widensWindow"]!);
        Assert.Null(cancel["deadline"]);
    }

    [Fact]
    public async Task Sheet_CarriesTheOrdersVersion()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync();
        await host.Control.PostAsync($"orders/{order}/advance", """{"delivery":"processing"}""");
        Assert.Equal(2, (int)(await host.CapabilitiesAsync(order))["version"]!);
    }
}
