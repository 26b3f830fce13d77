using System.Text.Json.Nodes;
using CardShop.EndToEnd.Tests.Infrastructure;

namespace CardShop.EndToEnd.Tests;

/// <summary>The process is killed at random moments: every confirmed command stands in the shop's ledger exactly once, and nobody is stuck.</summary>
public sealed class KillTests
{
    private const int Kills = 10;

    [Fact]
    public async Task Kill_AtRandomMoments_LosesNothingAndDoesNothingTwice()
    {
        await using var host = await HostProcess.StartNewAsync();
        using var shop = new Shop(host);
        var moments = new Random(20261122);
        for (var kill = 0; kill < Kills; kill++)
        {
            // Four customers take turns, since nobody may change more than three orders a day (G3).
            var customer = $"c-{(kill % 4) + 1}";
            var order = await shop.OrderAsync(new { customerId = customer, payment = "paid", delivery = "queued", minutesSincePayment = 1, target = new { account = "12345678" } });
            var number = (string)order["orderNo"]!;
            using var talk = await Talk.OpenAsync(host, customer);

            var before = moments.Next(0, 6);
            for (var step = 0; step < before; step++)
            {
                await StepAsync(talk, number);
            }

            var last = StepAsync(talk, number);
            await Task.Delay(moments.Next(0, 60), TestContext.Current.CancellationToken);
            await host.KillAsync();
            await Task.WhenAny(last);
            _ = last.Exception;
            await host.StartAsync();

            await FinishAsync(talk, number);
            Assert.Equal(["cancel"], await shop.MovesAsync(number));
            Assert.Equal("cancelled", (string?)(await talk.CaseAsync())!["outcome"]);
            await AssertEveryWordIsThereOnceAsync(talk);
        }
    }

    /// <summary>Answers what is asked, as a patient customer does who reads the screen again after each mishap.</summary>
    private static async Task StepAsync(Talk talk, string number)
    {
        var view = await talk.CaseAsync();
        if (Answer(view, number) is { } answer)
        {
            await talk.SayAsync(answer);
        }
        else
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static string? Answer(JsonNode? view, string number) => view is null ? "面额选错了" : (string?)view["asks"] switch
    {
        "order" => number,
        "remedy" => "撤单退款",
        "confirm" => "确认撤单",
        _ => null,
    };

    private static async Task FinishAsync(Talk talk, string number)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while ((string?)(await talk.CaseAsync())?["outcome"] is null)
        {
            Assert.False(patience.IsCancellationRequested, $"The conversation is stuck: {(await talk.CaseAsync())?.ToJsonString()}");
            await StepAsync(talk, number);
        }
    }

    private static async Task AssertEveryWordIsThereOnceAsync(Talk talk)
    {
        var transcript = await talk.TranscriptAsync();
        Assert.Equal(transcript.Count, transcript.Select(activity => (string)activity["id"]!).Distinct().Count());
        Assert.Single(transcript, activity => ((string?)activity["text"])?.Contains("已撤销", StringComparison.Ordinal) == true);
    }
}
