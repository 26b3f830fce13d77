using System.Net;
using CardShop.Sandbox.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Sandbox.Tests.Control;

public sealed class ResetTests
{
    [Fact]
    public async Task Reset_EmptiesShopCasesClockFaultsAndThrottle_AndTheBotsBooks()
    {
        var bot = new Noted();
        await using var host = await ShopHost.StartAsync(seed: true, services: services => services.AddSingleton<IResettable>(bot));
        var order = await host.OrderAsync("""{"customerId":"c-1"}""");
        await host.CancelAsync(order, key: "k");
        await host.Shop.SendAsync(
            HttpMethod.Put, "cases/CS-1", $$"""{"number":"CS-1","orderNo":"{{order}}","stage":"triage","updatedAt":"2026-11-22T12:00:00Z"}""", null);
        await host.Control.PostAsync("faults", """{"route":"lookup","status":500,"times":99}""");
        await host.AdvanceClockAsync(60);

        Assert.Equal(HttpStatusCode.OK, (await host.Control.PostAsync("reset")).Status);
        Assert.Equal(1, bot.Resets);
        Assert.Empty((await host.Shop.GetAsync("customers/c-1/orders")).Json["orders"]!.AsArray());
        Assert.Empty(await host.LedgerAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await host.Shop.GetAsync("commands/k")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Shop.GetAsync("cases/CS-1")).Status);
        Assert.Equal(TimeSpan.Zero, host.Services.GetClock().Offset);
    }

    [Fact]
    public async Task Reset_LetsGuessersOff()
    {
        await using var host = await ShopHost.StartAsync();
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await host.Shop.PostAsync("orders/lookup", """{"number":"X","contact":"y"}""");
        }

        await host.Control.PostAsync("reset");
        Assert.Equal(HttpStatusCode.NotFound, (await host.Shop.PostAsync("orders/lookup", """{"number":"X","contact":"y"}""")).Status);
    }

    private sealed class Noted : IResettable
    {
        public int Resets { get; private set; }

        public Task ResetAsync(CancellationToken cancellationToken)
        {
            Resets++;
            return Task.CompletedTask;
        }
    }
}
