using System.Net;
using CardShop.Sandbox.Tests.Hosting;

namespace CardShop.Sandbox.Tests.Contract;

public sealed class VersionTests
{
    [Fact]
    public async Task OrderThatShippedMeanwhile_IsRefused_WithTheOrderAsItIs()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync();
        await host.Control.PostAsync($"orders/{order}/advance", """{"delivery":"processing"}""");
        var reply = await host.CancelAsync(order, version: 1);
        Assert.Equal((HttpStatusCode.Conflict, "version_moved"), (reply.Status, reply.Code));
        Assert.Equal(("processing", 2), ((string)reply.Json["order"]!["delivery"]!, (int)reply.Json["order"]!["version"]!));
    }

    [Fact]
    public async Task Advance_ThatChangesNothing_KeepsTheVersion()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync();
        await host.Control.PostAsync($"orders/{order}/advance", """{"delivery":"queued","payment":"paid"}""");
        Assert.Equal(1, (int)(await host.ReadAsync(order))["version"]!);
    }

    [Fact]
    public async Task Refusal_KeepsTheVersion()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync("""{"delivery":"delivered"}""");
        await host.CancelAsync(order);
        await host.HoldAsync(order);
        Assert.Equal(1, (int)(await host.ReadAsync(order))["version"]!);
    }
}
