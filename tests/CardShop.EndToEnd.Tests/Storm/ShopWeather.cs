using CardShop.EndToEnd.Tests.Infrastructure;

namespace CardShop.EndToEnd.Tests.Storm;

/// <summary>Faults of the shop, by chance: late, wrong, nonsense or silent, before the effect or after it.</summary>
internal sealed class ShopWeather(Shop shop, Random random)
{
    private static readonly string[] Routes = ["lookup", "hold", "cancel", "modify", "target", "cancel", "modify"];
    private static readonly object[] Nonsense = ["<html>ok</html>", "", "{\"orderNo\":7}", "null", "[]"];

    /// <summary>Lets some of the next calls fail.</summary>
    public async Task TurnAsync()
    {
        for (var left = random.Next(0, 4); left > 0; left--)
        {
            var (route, times, afterEffect) = (Routes[random.Next(Routes.Length)], random.Next(1, 4), random.Next(2) == 0);
            await shop.FaultAsync(random.Next(5) switch
            {
                0 => new { route, times, afterEffect, delayMs = random.Next(50, 800) },
                1 => new { route, times, afterEffect, status = 0 },
                2 => new { route, times, afterEffect, status = 500 },
                3 => new { route, times, afterEffect, status = 503, delayMs = random.Next(0, 300) },
                _ => (object)new { route, times, afterEffect, status = 200, body = Nonsense[random.Next(Nonsense.Length)] },
            });
        }
    }
}
