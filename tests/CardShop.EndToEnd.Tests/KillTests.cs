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
                await PatientCustomer.StepAsync(talk, number);
            }

            var last = PatientCustomer.StepAsync(talk, number);
            await Task.Delay(moments.Next(0, 60), TestContext.Current.CancellationToken);
            await host.KillAsync();
            await Task.WhenAny(last);
            _ = last.Exception;
            await host.StartAsync();

            await PatientCustomer.FinishAsync(talk, number);
            Assert.Equal(["cancel"], await shop.MovesAsync(number));
            Assert.Equal("cancelled", (string?)(await talk.CaseAsync())!["outcome"]);
            await PatientCustomer.AssertEveryWordIsThereOnceAsync(talk);
        }
    }
}
