using System.Text.Json.Nodes;
using CardShop.EndToEnd.Tests.Infrastructure;

namespace CardShop.EndToEnd.Tests;

/// <summary>Two real processes on one PostgreSQL store behave as one bot.</summary>
public sealed class TwoHostsTests
{
    private const int Kills = 6;

    [Fact]
    public async Task MessagesToBothAtOnce_AreAllAnswered_NoneTwice()
    {
        await using var hosts = await TwoHosts.StartAsync();
        using var first = await hosts.OpenAsync("c-1");
        using var second = first.Through(hosts.Second);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(index => (index % 2 == 0 ? first : second).SayAsync($"在吗 {index}")));

        var transcript = await second.TranscriptAsync();
        var said = transcript.Where(activity => (string?)activity["from"]!["role"] == "user").ToList();
        Assert.Equal(Enumerable.Range(0, 16).Select(index => $"在吗 {index}").Order(), said.Select(activity => (string)activity["text"]!).Order());
        Assert.Equal(transcript.Count, transcript.Select(activity => (string)activity["id"]!).Distinct().Count());

        // Each turn is whole: what was said, and right behind it what was answered.
        foreach (var message in said)
        {
            var answers = transcript.Where(activity => (string?)activity["replyToId"] == (string)message["id"]!).ToList();
            Assert.NotEmpty(answers);
            Assert.Equal(IndexOf(message) + 1, IndexOf(answers[0]));
        }

        int IndexOf(JsonNode activity) => transcript.ToList().IndexOf(activity);
    }

    [Fact]
    public async Task SocketAtOne_ShowsWhatIsSaidThroughTheOther_EvenAfterTheyLostEachOther()
    {
        await using var hosts = await TwoHosts.StartAsync();
        using var first = await hosts.OpenAsync("c-1");
        using var second = first.Through(hosts.Second);
        using var socket = await first.ListenAsync();

        await second.SayAsync("一");
        await socket.UntilSaidAsync("一");

        await hosts.CutListenersAsync();
        await second.SayAsync("二");
        await socket.UntilSaidAsync("二");
        await second.SayAsync("三");
        await socket.UntilSaidAsync("三");
    }

    [Fact]
    public async Task Kill_OfEitherAtRandomMoments_LosesNothingAndDoesNothingTwice()
    {
        await using var hosts = await TwoHosts.StartAsync();
        using var shop = new Shop(hosts.Shop);
        var moments = new Random(20261123);
        for (var kill = 0; kill < Kills; kill++)
        {
            // Four customers take turns, since nobody may change more than three orders a day (G3).
            var customer = $"c-{(kill % 4) + 1}";
            var order = await shop.OrderAsync(new { customerId = customer, payment = "paid", delivery = "queued", minutesSincePayment = 1, target = new { account = "12345678" } });
            var number = (string)order["orderNo"]!;
            using var opened = await hosts.OpenAsync(customer);
            using var dying = opened.Through(hosts.Of(kill));
            using var staying = opened.Through(hosts.Of(kill + 1));

            var before = moments.Next(0, 6);
            for (var step = 0; step < before; step++)
            {
                await PatientCustomer.StepAsync(step % 2 == 0 ? dying : staying, number);
            }

            var last = PatientCustomer.StepAsync(dying, number);
            await Task.Delay(moments.Next(0, 60), TestContext.Current.CancellationToken);
            await hosts.Of(kill).KillAsync();
            await Task.WhenAny(last);
            _ = last.Exception;

            // The other one takes over all that was under way.
            await PatientCustomer.FinishAsync(staying, number);
            Assert.Equal(["cancel"], await shop.MovesAsync(number));
            Assert.Equal("cancelled", (string?)(await staying.CaseAsync())!["outcome"]);
            await PatientCustomer.AssertEveryWordIsThereOnceAsync(staying);
            await hosts.Of(kill).StartAsync();
        }
    }

    /// <summary>The shop's pushes go to its own process, which knows of no case: both bots ask.</summary>
    [Fact]
    public async Task Decision_ThatBothAskFor_CountsOnce()
    {
        await using var both = await TwoHosts.StartAsync();
        using var shop = new Shop(both.Shop);
        using var talk = await both.OpenAsync("c-1");
        var (order, number) = await Applicant.FileAsync(talk, shop);

        await shop.ReviewAsync(number, new { decision = "approve", reason = "" });

        using var elsewhere = talk.Through(both.Second);
        await elsewhere.UntilAsync(view => (string?)view["outcome"] == "refunded");
        Assert.Equal(["refund"], await shop.MovesAsync(order));
    }
}
