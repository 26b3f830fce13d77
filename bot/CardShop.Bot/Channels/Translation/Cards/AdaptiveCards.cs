using System.Text.Json;
using System.Text.Json.Nodes;
using CardShop.Activities;
using CardShop.Activities.Json;
using CardShop.Dialogs.Replies;

namespace CardShop.Bot.Channels.Translation.Cards;

/// <summary>The richer form of a message as an Adaptive Card, for clients that know no card of ours. Every word on it comes from the message.</summary>
internal static class AdaptiveCards
{
    /// <summary>What Web Chat and Teams both draw.</summary>
    private const string Version = "1.5";

    /// <summary>The card of a message, if it has one.</summary>
    public static Attachment? Of(Message message)
    {
        var drawn = message.Card switch
        {
            OrderPickerCard picker => OrderPicker.Draw(picker, message.QuestionId),
            ConfirmationCard confirmation => Confirmation.Draw(confirmation, message.QuestionId),
            ReceiptCard receipt => Receipt.Draw(receipt),
            _ => null,
        };
        if (drawn is null)
        {
            return null;
        }

        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = Version,
            ["lang"] = message.Locale,
            ["fallbackText"] = message.Text,
            ["body"] = drawn.Body,
        };
        if (drawn.Actions is { Count: > 0 } actions)
        {
            card["actions"] = actions;
        }

        return new Attachment(AttachmentTypes.AdaptiveCard, JsonSerializer.SerializeToElement(card, ActivitiesJson.Protocol));
    }
}

/// <summary>What a card shows.</summary>
/// <param name="Body">Its elements.</param>
/// <param name="Actions">Its buttons; null for none.</param>
internal sealed record DrawnCard(JsonArray Body, JsonArray? Actions = null);
