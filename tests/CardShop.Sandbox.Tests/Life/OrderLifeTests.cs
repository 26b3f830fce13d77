using CardShop.Sandbox.Life;
using CardShop.Sandbox.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Sandbox.Tests.Life;

public sealed class OrderLifeTests
{
    [Theory]
    [InlineData("auto", 2.9, "queued", 1)]
    [InlineData("auto", 3, "processing", 2)]
    [InlineData("auto", 5, "delivered", 3)]
    [InlineData("upstream", 29, "queued", 1)]
    [InlineData("upstream", 30, "processing", 2)]
    [InlineData("upstream", 89, "processing", 2)]
    [InlineData("upstream", 90, "delivered", 3)]
    [InlineData("manual", 299, "queued", 1)]
    [InlineData("manual", 300, "processing", 2)]
    [InlineData("manual", 420, "delivered", 3)]
    [InlineData("manual", 86400, "delivered", 3)]
    public async Task LiveOrder_MovesOn_ByTheOneClock(string fulfilment, double seconds, string delivery, int version)
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync($$"""{"product":"某卡","fulfilment":"{{fulfilment}}","live":true}""");
        await host.AdvanceClockAsync(seconds);
        var after = await host.ReadAsync(order);
        Assert.Equal((delivery, version), ((string)after["delivery"]!, (int)after["version"]!));
    }

    [Fact]
    public async Task HandMadeOrder_StaysAsItIs_UnlessLive()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync();
        await host.AdvanceClockAsync(864_000);
        var after = await host.ReadAsync(order);
        Assert.Equal(("queued", 1), ((string)after["delivery"]!, (int)after["version"]!));
    }

    [Fact]
    public async Task HeldOrder_DoesNotShip_AndGoesOnWhenTheLeaseEnds()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync("""{"live":true}""");
        await host.HoldAsync(order, 600);
        await host.AdvanceClockAsync(599);
        Assert.Equal("queued", (string)(await host.ReadAsync(order))["delivery"]!);
        await host.AdvanceClockAsync(1);
        Assert.Equal("processing", (string)(await host.ReadAsync(order))["delivery"]!);
        await host.AdvanceClockAsync(2);
        Assert.Equal("delivered", (string)(await host.ReadAsync(order))["delivery"]!);
    }

    [Fact]
    public async Task ReleasedOrder_GoesOn()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync("""{"live":true}""");
        await host.HoldAsync(order, 600);
        await host.AdvanceClockAsync(60);
        await host.ReleaseAsync(order);
        await host.AdvanceClockAsync(0);
        Assert.Equal("processing", (string)(await host.ReadAsync(order))["delivery"]!);
    }

    [Theory]
    [InlineData("cancel", "none")]
    [InlineData("modify", "delivered")]
    public async Task AfterACommand_ACancelledOrderNeverShips_AndAChangedOneDoes(string action, string delivery)
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync("""{"live":true}""");
        await (action == "cancel" ? host.CancelAsync(order) : host.ModifyAsync(order, """{"account":"67890"}"""));
        await host.AdvanceClockAsync(3600);
        Assert.Equal(delivery, (string)(await host.ReadAsync(order))["delivery"]!);
    }

    [Fact]
    public async Task FrozenOrder_StaysWhereItIs()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync("""{"live":true,"hold":"frozen"}""");
        await host.AdvanceClockAsync(3600);
        Assert.Equal("queued", (string)(await host.ReadAsync(order))["delivery"]!);
    }

    [Fact]
    public async Task PaymentThatTheChannelHas_IsBookedInTheEnd_AndTheOrderShips()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync("""{"live":true,"payment":"unpaid","channelRecord":"paid"}""");
        await host.AdvanceClockAsync(299);
        Assert.Equal("unpaid", (string)(await host.ReadAsync(order))["payment"]!);
        await host.AdvanceClockAsync(1);
        var booked = await host.ReadAsync(order);
        Assert.Equal(("paid", "queued"), ((string)booked["payment"]!, (string)booked["delivery"]!));
        await host.AdvanceClockAsync(60);
        Assert.Equal("delivered", (string)(await host.ReadAsync(order))["delivery"]!);
    }

    [Fact]
    public async Task Life_GoesOnByItself_WithTheWallClock()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync("""{"live":true}""");
        host.WallClock.Advance(TimeSpan.FromSeconds(5));
        await host.Services.GetRequiredService<OrderLife>().RunDueAsync(TestContext.Current.CancellationToken);
        Assert.Equal("delivered", (string)(await host.ReadAsync(order))["delivery"]!);
    }

    [Fact]
    public async Task ShopThatWasClosed_CatchesUpAtItsStart()
    {
        var directory = Directory.CreateTempSubdirectory("cardshop-sandbox-");
        var wallClock = new ManualTime();
        string order;
        await using (var host = await ShopHost.StartAsync(directory: directory.FullName, wallClock: wallClock))
        {
            order = await host.OrderAsync("""{"live":true}""");
        }

        wallClock.Advance(TimeSpan.FromHours(1));
        await using (var host = await ShopHost.StartAsync(directory: directory.FullName, wallClock: wallClock))
        {
            Assert.Equal("delivered", (string)(await host.ReadAsync(order))["delivery"]!);
        }

        directory.Delete(recursive: true);
    }
}
