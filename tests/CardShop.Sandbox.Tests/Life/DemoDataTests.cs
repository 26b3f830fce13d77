using System.Text.Json.Nodes;
using CardShop.Sandbox.Demo;
using CardShop.Sandbox.Tests.Hosting;

namespace CardShop.Sandbox.Tests.Life;

public sealed class DemoDataTests
{
    [Theory]
    [InlineData("T1"), InlineData("T2"), InlineData("T4"), InlineData("T5"), InlineData("T6"), InlineData("T7"), InlineData("T9")]
    [InlineData("P1"), InlineData("P2"), InlineData("P3"), InlineData("P4"), InlineData("P5"), InlineData("P6"), InlineData("P7"), InlineData("P9"), InlineData("P10")]
    [InlineData("G4"), InlineData("R4")]
    public void DemoOrders_ShowEachSituationOfTheRuleBook(string rule) => Assert.Contains(DemoFiles.Orders(), order => order.Rules.Contains(rule));

    [Fact]
    public async Task FirstStart_SeedsOrdersForEachDemoCustomer()
    {
        await using var host = await ShopHost.StartAsync(seed: true);
        foreach (var customer in new[] { "c-1", "c-2", "c-3", "c-4" })
        {
            var orders = await host.Shop.GetAsync($"customers/{customer}/orders");
            Assert.InRange(orders.Json["orders"]!.AsArray().Count, 5, 20);
        }
    }

    [Fact]
    public async Task FirstCustomer_HasTwoOrdersThatCanStillBeStopped()
    {
        await using var host = await ShopHost.StartAsync(seed: true);
        await host.Control.PostAsync("clock", """{"advanceSeconds":300}""");
        var orders = (await host.Shop.GetAsync("customers/c-1/orders")).Json["orders"]!.AsArray();
        var open = orders.Where(IsOpen).ToList();
        Assert.InRange(open.Count, 2, 5);

        bool IsOpen(JsonNode? order) => (string?)order!["payment"] == "paid" && (string?)order["delivery"] == "queued" && (string?)order["fulfilment"] != "auto"
            && host.Services.GetClock().GetUtcNow() - (DateTimeOffset)order["paidAt"]! < TimeSpan.FromMinutes(13);
    }

    [Fact]
    public async Task SecondStart_SeedsNothing()
    {
        var directory = Directory.CreateTempSubdirectory("cardshop-sandbox-");
        await using (var first = await ShopHost.StartAsync(seed: true, directory.FullName))
        {
            await first.Control.PostAsync("reset");
        }

        await using (var second = await ShopHost.StartAsync(seed: true, directory.FullName))
        {
            Assert.Empty((await second.Shop.GetAsync("customers/c-1/orders")).Json["orders"]!.AsArray());
        }

        directory.Delete(recursive: true);
    }
}
