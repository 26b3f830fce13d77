using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CardShop.Activities.Json;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Replies;

namespace CardShop.Bot.Channels.Translation;

/// <summary>
/// What an activity carries for programs, in <c>channelData</c>: where the case stands, the card in the bot's own form for pages that draw it themselves,
/// the question and the options that may answer it, whether files are welcome, and the key of the text.
/// </summary>
internal static class CaseData
{
    /// <summary>What is not known yet is said to be null: readers need not tell a missing member from one that they misspelt.</summary>
    private static readonly JsonSerializerOptions WithNulls = new(DialogsJson.House) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    /// <summary>The data of a message.</summary>
    public static JsonElement Of(Message message)
    {
        var data = new JsonObject { ["case"] = JsonSerializer.SerializeToNode(message.Case, WithNulls), ["key"] = message.Key };
        if (message.QuestionId is { } question)
        {
            data["question"] = question;
            data["options"] = JsonSerializer.SerializeToNode(message.Options, DialogsJson.House);
        }

        if (message.From is { } person)
        {
            data["from"] = person;
        }

        if (message.TakesFiles)
        {
            data["takesFiles"] = true;
        }

        if (message.Card is { } card)
        {
            data["card"] = JsonSerializer.SerializeToNode(card, DialogsJson.House);
        }

        return JsonSerializer.SerializeToElement(data, ActivitiesJson.Protocol);
    }
}
