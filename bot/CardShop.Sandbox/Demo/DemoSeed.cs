using CardShop.Sandbox.Orders;

namespace CardShop.Sandbox.Demo;

/// <summary>One situation of the rule book as an order of the first day, its times relative to that day's start.</summary>
/// <param name="Story">What happened.</param>
/// <param name="Rules">The rules that it shows.</param>
/// <param name="Order">The order.</param>
/// <param name="Id">A name for <paramref name="Repeats"/> to refer to; order numbers are drawn when the shop opens.</param>
/// <param name="Repeats">The one that it repeats (rule T6).</param>
internal sealed record DemoOrder(string Story, IReadOnlyList<string> Rules, OrderSpec Order, string? Id = null, string? Repeats = null);

/// <summary>Makes the demo orders.</summary>
internal static class DemoSeed
{
    public static IReadOnlyList<ShopOrder> Make(IReadOnlyList<DemoOrder> demo, OrderMaker maker, DateTimeOffset now)
    {
        var made = demo.Select(item => (item.Id, item.Repeats, Order: maker.Make(item.Order, now))).ToList();
        var named = made.Where(item => item.Id is not null).ToDictionary(item => item.Id!, item => item.Order.OrderNo);
        foreach (var (_, repeats, order) in made)
        {
            order.DuplicateOf = repeats is null ? null : named[repeats];
        }

        return [.. made.Select(item => item.Order)];
    }
}
