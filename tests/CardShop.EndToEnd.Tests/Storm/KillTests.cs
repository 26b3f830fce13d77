using System.Globalization;
using CardShop.EndToEnd.Tests.Infrastructure;

namespace CardShop.EndToEnd.Tests.Storm;

/// <summary>
/// The process is killed at random moments while many customers talk and the shop fails as it likes: every confirmed command stands in the shop's ledger exactly
/// once, nobody is stuck, and no word is lost or said twice. How often is set by the environment: <c>CARDSHOP_KILLS=500</c>.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int InCi = 20;
    private const int AtOnce = 8;
    private const int KillsPerRefresh = 100;
    private const int LongestLifeMs = 2_000;
    private const int LongestStartMs = 1_500;
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(3);
    private static readonly Errand[] Errands = [Errand.Change, Errand.Cancellation, Errand.Review, Errand.Change, Errand.Cancellation, Errand.Recipient];

    [Fact]
    public async Task Kill_AtRandomMoments_LosesNothingAndDoesNothingTwice()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("CARDSHOP_KILLS") is { Length: > 0 } told ? told : InCi.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        await using var host = await HostProcess.StartNewAsync(("Shop:EventsInterval", "00:00:01"));
        using var shop = new Shop(host);
        var random = new Random(20261122);
        var weather = new ShopWeather(shop, random);
        using var storm = new CancellationTokenSource();
        List<StormCustomer> all = [];
        List<Task> talking = [];
        try
        {
            for (var kill = 0; kill < kills; kill++)
            {
                talking = await StillTalkingAsync(talking);
                while (talking.Count < AtOnce)
                {
                    var customer = await ComeInAsync(host, shop, all.Count);
                    all.Add(customer);
                    talking.Add(Task.Run(() => customer.TalkToTheEndAsync(storm.Token), storm.Token));
                }

                await weather.TurnAsync();
                await Task.Delay(random.Next(0, LongestLifeMs), storm.Token);
                await host.KillAsync();
                if (random.Next(8) == 0)
                {
                    await host.KillWhileStartingAsync(TimeSpan.FromMilliseconds(random.Next(0, LongestStartMs)));
                }

                await host.StartAsync();
                if (kill % KillsPerRefresh == KillsPerRefresh - 1)
                {
                    await RefreshAsync(all);
                }
            }

            storm.CancelAfter(Calm);
            await Task.WhenAll(talking);
            await Aftermath.CheckAsync(shop, all);
            var summary = string.Create(
                CultureInfo.InvariantCulture, $"{kills} kills, {all.Count} conversations, {all.Sum(customer => customer.Accepted.Count)} messages taken, {all.Sum(customer => customer.Lost)} without an answer to their sender");
            output.WriteLine(summary);
            TestContext.Current.SendDiagnosticMessage(summary);
        }
        catch (OperationCanceledException) when (storm.IsCancellationRequested)
        {
            Assert.Fail($"Stuck: {string.Join(", ", all.Where(customer => !customer.HasEnded).Select(customer => customer.OrderNo))}\n{host.Output()[^Math.Min(4_000, host.Output().Length)..]}");
        }
        finally
        {
            await storm.CancelAsync();
            all.ForEach(customer => customer.Dispose());
        }
    }

    /// <summary>A mishap of a customer ends the storm.</summary>
    private static async Task<List<Task>> StillTalkingAsync(List<Task> talking)
    {
        foreach (var ended in talking.Where(task => task.IsCompleted))
        {
            await ended;
        }

        return [.. talking.Where(task => !task.IsCompleted)];
    }

    /// <summary>Whoever has come to the end leaves the page open: a token lasts for half an hour, a long storm takes longer.</summary>
    private static async Task RefreshAsync(IEnumerable<StormCustomer> all)
    {
        foreach (var customer in all.Where(customer => customer.HasEnded))
        {
            await customer.RefreshAsync();
        }
    }

    /// <summary>Each is another customer, since nobody may change more than three orders a day (G3).</summary>
    private static async Task<StormCustomer> ComeInAsync(HostProcess host, Shop shop, int count)
    {
        var customerId = string.Create(CultureInfo.InvariantCulture, $"storm-{count}");
        var errand = Errands[count % Errands.Length];
        var order = await shop.OrderAsync(errand.Order(customerId));
        return new StormCustomer(await Talk.OpenAsync(host, customerId), shop, (string)order["orderNo"]!, errand, saysYesTwice: count % 4 == 1);
    }
}
