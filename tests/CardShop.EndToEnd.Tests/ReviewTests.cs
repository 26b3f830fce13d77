using CardShop.EndToEnd.Tests.Infrastructure;
using CardShop.Testing;

namespace CardShop.EndToEnd.Tests;

/// <summary>A manual review from the first screenshot to the money's arrival, through the real host (rules P2, R1 to R5, D1, D4, P11).</summary>
public sealed class ReviewTests
{
    [Fact]
    public async Task ApprovedReview_IsPaidBackOnce_AndFollowedUntilTheMoneyIsThere()
    {
        await using var host = await HostProcess.StartNewAsync();
        using var shop = new Shop(host);
        var (talk, order, number) = await FileAsync(host, shop);
        using (talk)
        {
            await shop.ReviewAsync(number, new { decision = "more_evidence", reason = "看不清<b>对话</b>", link = "mistake" });
            await talk.UntilAsync(view => (string?)view["asks"] == "evidence");
            await talk.SendPictureAsync(EvidenceFiles.Png(shade: 120));
            await talk.UntilAsync(view => (string?)view["stage"] == "under_review");

            await shop.ReviewAsync(number, new { decision = "approve", reason = "情况属实" });
            await shop.ReviewAsync(number, new { decision = "approve", reason = "情况属实" });
            await talk.UntilAsync(view => (string?)view["outcome"] == "refunded");
            Assert.Equal(["refund"], await shop.MovesAsync(order));

            await shop.ClockAsync((int)TimeSpan.FromDays(4).TotalSeconds);
            await talk.UntilAsync(view => (string?)view["refund"]?["state"] == "arrived");
            Assert.Equal(["refund"], await shop.MovesAsync(order));
            Assert.Contains(await talk.TranscriptAsync(), said => ((string?)said["text"])?.Contains("看不清<b>对话</b>", StringComparison.Ordinal) == true);
        }
    }

    [Fact]
    public async Task ApprovedChange_OfGoodsThatWentOut_IsDeliveredAnew()
    {
        await using var host = await HostProcess.StartNewAsync();
        using var shop = new Shop(host);
        var (talk, order, number) = await FileAsync(host, shop, "改成 67890");
        using (talk)
        {
            await shop.ReviewAsync(number, new { decision = "approve", reason = "" });
            await talk.UntilAsync(view => (string?)view["outcome"] == "modified");

            var after = await shop.ReadAsync(order);
            Assert.Equal(("67890", "queued"), ((string)after["target"]!["account"]!, (string)after["delivery"]!));
        }
    }

    [Fact]
    public async Task Decision_WhosePushIsLost_ComesByPolling()
    {
        await using var host = await HostProcess.StartNewAsync(("Shop:EventsInterval", "00:00:00.500"));
        using var shop = new Shop(host);
        var (talk, order, number) = await FileAsync(host, shop);
        using (talk)
        {
            await shop.FaultAsync(new { route = "event", status = 0, times = 10_000 });
            await shop.ReviewAsync(number, new { decision = "approve", reason = "" });
            await talk.UntilAsync(view => (string?)view["outcome"] == "refunded");
            Assert.Equal(["refund"], await shop.MovesAsync(order));
        }
    }

    [Fact]
    public async Task Decision_WhosePushIsLost_IsNotForgottenByARestart_AndCountsOnce()
    {
        await using var host = await HostProcess.StartNewAsync();
        using var shop = new Shop(host);
        var (talk, order, number) = await FileAsync(host, shop);
        using (talk)
        {
            await shop.FaultAsync(new { route = "event", status = 0, times = 10_000 });
            await shop.ReviewAsync(number, new { decision = "approve", reason = "" });
            await host.RestartAsync(isKilled: true);
            await talk.UntilAsync(view => (string?)view["outcome"] == "refunded");
            Assert.Equal(["refund"], await shop.MovesAsync(order));
        }
    }

    [Fact]
    public async Task Decision_WhileTheHostIsKilledAgainAndAgain_IsCarriedOutOnce()
    {
        await using var host = await HostProcess.StartNewAsync(("Shop:EventsInterval", "00:00:00.200"));
        using var shop = new Shop(host);
        var moments = new Random(20261123);
        for (var round = 0; round < 3; round++)
        {
            var (talk, order, number) = await FileAsync(host, shop);
            using (talk)
            {
                for (var kill = 0; kill < 3; kill++)
                {
                    var decided = TryReviewAsync(shop, number);
                    await Task.Delay(moments.Next(0, 120), TestContext.Current.CancellationToken);
                    await host.RestartAsync(isKilled: true);
                    await decided;
                }

                await TryReviewAsync(shop, number);
                await talk.UntilAsync(view => (string?)view["outcome"] == "refunded");
                Assert.Equal(["refund"], await shop.MovesAsync(order));
            }
        }
    }

    [Fact]
    public async Task CustomerWhoHasGone_IsNotifiedByTheShop_Once()
    {
        await using var host = await HostProcess.StartNewAsync();
        using var shop = new Shop(host);
        var (talk, _, number) = await FileAsync(host, shop);
        using (talk)
        {
            await shop.ClockAsync(600);
            await shop.ReviewAsync(number, new { decision = "refuse", reason = "商品已经用掉了" });
            await shop.ClockAsync(1);
            await shop.ClockAsync(60);

            Assert.Contains("商品已经用掉了", Assert.Single(await shop.NoticesAsync()), StringComparison.Ordinal);
        }
    }

    /// <summary>A reviewer whose click may be lost with the process that it went to.</summary>
    private static async Task TryReviewAsync(Shop shop, string number)
    {
        try
        {
            await shop.ReviewAsync(number, new { decision = "approve", reason = "" });
        }
        catch (HttpRequestException)
        {
            // Killed meanwhile; the next click decides.
        }
    }

    private static async Task<(Talk Talk, string Order, string Case)> FileAsync(HostProcess host, Shop shop, string wish = "退款")
    {
        var talk = await Talk.OpenAsync(host, "c-1");
        var (order, number) = await Applicant.FileAsync(talk, shop, wish);
        return (talk, order, number);
    }
}
