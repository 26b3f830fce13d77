using System.Text.Json.Nodes;
using CardShop.Dialogs.Replies;

namespace CardShop.Bot.Channels.Translation.Cards;

/// <summary>An order in a few lines, the same on every card.</summary>
internal static class OrderFacts
{
    /// <summary>The lines.</summary>
    public static IEnumerable<JsonObject> Of(OrderLine order)
    {
        yield return Elements.Line(order.Product, order.Amount);
        if (order.Target is { } target)
        {
            yield return Elements.Line(target);
        }

        yield return Elements.Aside($"{order.Time} · {order.Status}");
        yield return Elements.Aside(order.OrderNo);
    }
}
