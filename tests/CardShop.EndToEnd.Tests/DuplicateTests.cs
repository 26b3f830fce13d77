using CardShop.EndToEnd.Tests.Infrastructure;

namespace CardShop.EndToEnd.Tests;

/// <summary>The same order placed three times, through the real host and a kill in the middle (rules T6, P5, D2): one yes, each of the two that go cancelled once.</summary>
public sealed class DuplicateTests
{
    [Fact]
    public async Task ThreeAlike_AreSettledByOneYes_ThroughAKill()
    {
        await using var host = await HostProcess.StartNewAsync();
        using var shop = new Shop(host);
        var orders = new List<string>();
        for (var at = 0; at < 3; at++)
        {
            orders.Add((string)(await shop.OrderAsync(new
            {
                customerId = "c-1",
                product = "Q币",
                denomination = "10元",
                amount = 10,
                target = new { account = "12345" },
            }))["orderNo"]!);
        }

        using var talk = await Talk.OpenAsync(host, "c-1");
        await talk.SayUntilAskedAsync("同样的订单重复下单了", "order");
        await talk.SayUntilAskedAsync(orders[1], "confirm");
        await talk.SayAsync("确认");
        await host.RestartAsync(isKilled: true);

        var view = await talk.UntilAsync(view => (string?)view["outcome"] == "cancelled");
        Assert.Equal("merged_refund", (string?)view["path"]);
        Assert.Equal(new[] { orders[0], orders[2] }.Order(StringComparer.Ordinal), view["orders"]!.AsArray().Select(order => (string)order!["no"]!).Order(StringComparer.Ordinal));
        Assert.Equal(["cancel"], await shop.MovesAsync(orders[0]));
        Assert.Empty(await shop.MovesAsync(orders[1]));
        Assert.Equal(["cancel"], await shop.MovesAsync(orders[2]));
    }
}
