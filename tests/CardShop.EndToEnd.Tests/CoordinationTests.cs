using System.IO.Compression;
using System.Text.Json.Nodes;
using CardShop.EndToEnd.Tests.Infrastructure;

namespace CardShop.EndToEnd.Tests;

/// <summary>Another person's valid account, through the real host and the shop's own messages (rules P3, L1 to L4, D1, D8).</summary>
public sealed class CoordinationTests
{
    [Fact]
    public async Task Agreement_ToldTwice_AndThroughAKill_IsPaidBackOnce()
    {
        await using var host = await HostProcess.StartNewAsync(("Shop:EventsInterval", "00:00:00.500"));
        using var shop = new Shop(host);
        var (talk, order) = await CoordinatingAsync(host, shop);
        using (talk)
        {
            await shop.RecipientAsync(order, "agrees");
            await host.RestartAsync(isKilled: true);
            await shop.RecipientAsync(order, "agrees");

            var view = await talk.UntilAsync(view => (string?)view["outcome"] == "returned_by_recipient");
            Assert.Equal("third_party", (string?)view["path"]);
            Assert.Equal(["refund"], await shop.MovesAsync(order));
        }
    }

    [Fact]
    public async Task Silence_EndsWithGuidance_AndTheWholeCaseToTakeAlong()
    {
        await using var host = await HostProcess.StartNewAsync();
        using var shop = new Shop(host);
        var (talk, order) = await CoordinatingAsync(host, shop);
        using (talk)
        {
            await shop.ClockAsync((int)TimeSpan.FromHours(72).TotalSeconds);
            await shop.ClockAsync((int)TimeSpan.FromHours(72).TotalSeconds);
            await talk.UntilAsync(view => ((string?)view["stage"], (string?)view["outcome"]) == ("legal", "legal_guidance"));

            await talk.SayAsync("下载案件材料");
            var link = await talk.LinkAsync();
            using var http = new HttpClient();
            Assert.Contains("<form", await http.GetStringAsync(link, TestContext.Current.CancellationToken), StringComparison.Ordinal);
            using var pressed = await http.PostAsync(link, content: null, TestContext.Current.CancellationToken);
            using var bundle = new ZipArchive(await pressed.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
            Assert.NotEmpty(bundle.Entries);
            Assert.Empty(await shop.MovesAsync(order));
        }
    }

    [Fact]
    public async Task ShopThatPassesNothingOn_LeavesTheLegalRouteAtOnce()
    {
        await using var host = await HostProcess.StartNewAsync();
        using var shop = new Shop(host);
        await shop.FaultAsync(new { route = "message", status = 501, times = 1, body = new JsonObject { ["code"] = "not_supported", ["title"] = "No messages.", ["status"] = 501 } });
        var (talk, _) = await CoordinatingAsync(host, shop);
        using (talk)
        {
            await talk.UntilAsync(view => (string?)view["outcome"] == "legal_guidance");
        }
    }

    private static async Task<(Talk Talk, string Order)> CoordinatingAsync(HostProcess host, Shop shop)
    {
        var made = await shop.OrderAsync(new
        {
            customerId = "c-1",
            product = "Q币",
            denomination = "100元",
            amount = 100,
            delivery = "delivered",
            minutesSincePayment = 60,
            target = new { account = "12345" },
            targetOwner = "stranger",
        });
        var order = (string)made["orderNo"]!;
        var talk = await Talk.OpenAsync(host, "c-1");
        await talk.SayUntilAskedAsync("账号充错了", "order");
        await talk.SayAsync(order);
        await talk.UntilAsync(view => (string?)view["path"] == "third_party");
        return (talk, order);
    }
}
