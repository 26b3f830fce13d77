using System.Text.Json.Nodes;
using CardShop.Dialogs.Replies;

namespace CardShop.Bot.Channels.Translation.Cards;

/// <summary>The read-back of rules G1 and G2, with the deadline of rule G4.</summary>
internal static class Confirmation
{
    private const string Old = "attention";
    private const string New = "good";

    /// <summary>Draws it. Without a question, nothing can be answered.</summary>
    public static DrawnCard Draw(ConfirmationCard card, string? question) => new(
        new JsonArray([.. Body(card)]),
        question is null ? null : [Yes(card.Yes, question), Elements.Submit(card.No.Label, question, card.No.Id)]);

    private static IEnumerable<JsonObject> Body(ConfirmationCard card)
    {
        yield return Elements.Title(card.Title);
        yield return new JsonObject { ["type"] = "Container", ["style"] = "emphasis", ["items"] = new JsonArray([.. OrderFacts.Of(card.Order)]) };
        foreach (var change in card.Changes)
        {
            yield return Elements.Aside(change.Field);
            yield return Elements.Marked(lead: null, change.From, Old);
            yield return Elements.Marked("→ ", change.To, New);
        }

        if (card.Note is { } note)
        {
            yield return Elements.Line(note);
        }

        if (card.Deadline is { } deadline)
        {
            yield return Elements.Until(deadline);
        }
    }

    private static JsonObject Yes(Option option, string question)
    {
        var submit = Elements.Submit(option.Label, question, option.Id);
        submit["style"] = "positive";
        return submit;
    }
}
