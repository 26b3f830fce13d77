using System.Text.Json.Nodes;
using CardShop.Dialogs.Replies;

namespace CardShop.Bot.Channels.Translation.Cards;

/// <summary>Orders to choose from: each is one large button.</summary>
internal static class OrderPicker
{
    /// <summary>Draws it. Without a question, nothing can be chosen.</summary>
    public static DrawnCard Draw(OrderPickerCard card, string? question) =>
        new([Elements.Title(card.Title), .. card.Orders.Select(order => Choice(order, question))]);

    private static JsonObject Choice(OrderLine order, string? question)
    {
        var lines = OrderFacts.Of(order);
        if (order.WindowEnd is { } end)
        {
            lines = lines.Append(Elements.Until(end));
        }

        var container = new JsonObject { ["type"] = "Container", ["style"] = "emphasis", ["items"] = new JsonArray([.. lines]) };
        if (question is not null)
        {
            container["selectAction"] = Elements.Submit(order.Product, question, order.OptionId);
        }

        return container;
    }
}
