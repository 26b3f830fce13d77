using System.Net;
using CardShop.Sandbox.Tests.Hosting;

namespace CardShop.Sandbox.Tests.Contract;

public sealed class HoldTests
{
    [Fact]
    public async Task Hold_IsALease_ThatEndsByItself_AndLeavesTheVersionAlone()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync();
        var held = (await host.HoldAsync(order, 600)).Json["order"]!;
        Assert.Equal(("soft", 1), ((string)held["hold"]!, (int)held["version"]!));
        Assert.Equal(host.WallClock.GetUtcNow().AddSeconds(600), (DateTimeOffset)held["holdUntil"]!);

        await host.AdvanceClockAsync(599);
        Assert.Equal("soft", (string)(await host.ReadAsync(order))["hold"]!);
        await host.AdvanceClockAsync(1);
        var after = await host.ReadAsync(order);
        Assert.Equal(("none", 1), ((string)after["hold"]!, (int)after["version"]!));
        Assert.Null(after["holdUntil"]);
    }

    [Fact]
    public async Task Hold_IsRenewed_ByAnotherHold()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync();
        await host.HoldAsync(order, 600);
        await host.AdvanceClockAsync(500);
        await host.HoldAsync(order, 600);
        await host.AdvanceClockAsync(500);
        Assert.Equal("soft", (string)(await host.ReadAsync(order))["hold"]!);
    }

    [Fact]
    public async Task Release_EndsTheLease_OfItsOwnCaseOnly()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync();
        await host.HoldAsync(order, caseNumber: "CS-1");
        Assert.Equal("soft", (string)(await host.ReleaseAsync(order, "CS-2")).Json["order"]!["hold"]!);
        Assert.Equal("none", (string)(await host.ReleaseAsync(order, "CS-1")).Json["order"]!["hold"]!);
        Assert.Equal(HttpStatusCode.OK, (await host.ReleaseAsync(order, "CS-1")).Status);
    }

    [Theory]
    [InlineData("""{"delivery":"processing"}""", "already_shipped")]
    [InlineData("""{"delivery":"delivered","goods":"card_code"}""", "already_shipped")]
    [InlineData("""{"payment":"unpaid"}""", "not_allowed")]
    [InlineData("""{"hold":"frozen"}""", "frozen")]
    [InlineData("""{"product":"QQ音乐绿钻"}""", "not_supported")]
    [InlineData("""{"product":"QQ音乐绿钻","capabilities":{"hold":"allowed"}}""", null)]
    [InlineData("""{"minutesSincePayment":60}""", null)]
    public async Task Hold_FollowsTheRecord(string spec, string? code)
    {
        await using var host = await ShopHost.StartAsync();
        Assert.Equal(code, (await host.HoldAsync(await host.OrderAsync(spec))).Code);
    }

    [Fact]
    public async Task HeldOrder_CanBeCancelledAndChanged_AndIsFreeAfterwards()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync();
        await host.HoldAsync(order);
        Assert.Equal("none", (string)(await host.ModifyAsync(order, """{"account":"67890"}""")).Json["order"]!["hold"]!);
        await host.HoldAsync(order);
        Assert.Equal("none", (string)(await host.CancelAsync(order, version: 2)).Json["order"]!["hold"]!);
    }

    [Fact]
    public async Task HandMadeHold_IsALeaseToo()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync("""{"hold":"soft"}""");
        Assert.Equal("soft", (string)(await host.ReadAsync(order))["hold"]!);
        await host.AdvanceClockAsync(600);
        Assert.Equal("none", (string)(await host.ReadAsync(order))["hold"]!);
    }
}
