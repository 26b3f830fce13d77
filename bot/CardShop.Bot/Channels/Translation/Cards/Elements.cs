using System.Globalization;
using System.Text.Json.Nodes;
using CardShop.Dialogs.Replies;

namespace CardShop.Bot.Channels.Translation.Cards;

/// <summary>
/// The few elements of Adaptive Cards that ours are made of. Words stand in rich text, which knows no markup: a text block would take the stars of a masked
/// account for bold print.
/// </summary>
internal static class Elements
{
    /// <summary>The heading.</summary>
    public static JsonObject Title(string text) => RichText(new JsonObject { ["type"] = "TextRun", ["text"] = text, ["weight"] = "bolder", ["size"] = "medium" });

    /// <summary>A line.</summary>
    public static JsonObject Line(string text) => RichText(Run(text));

    /// <summary>A line that begins with something strong.</summary>
    public static JsonObject Line(string strong, string text) => RichText(Strong(Run(strong)), Run($" {text}"));

    /// <summary>A line that stands back.</summary>
    public static JsonObject Aside(string text) => RichText(Subtle(Run(text)));

    /// <summary>A label and its value.</summary>
    public static JsonObject Row(string label, string value) => RichText(Subtle(Run($"{label} ")), Run(value));

    /// <summary>A value whose differing characters are marked, by weight as well as by colour (rule G1).</summary>
    public static JsonObject Marked(string? lead, IEnumerable<DiffPart> parts, string color) => RichText(
        [.. lead is null ? [] : new[] { Subtle(Run(lead)) }, .. parts.Select(part => part.Differs ? Colored(Strong(Run(part.Text)), color) : Run(part.Text))]);

    /// <summary>A moment, told by the client in its own time zone.</summary>
    public static JsonObject Until(DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return new JsonObject { ["type"] = "TextBlock", ["text"] = $"⏳ {{{{TIME({utc})}}}}", ["wrap"] = true };
    }

    /// <summary>Hands an option back as an answer to the question that the card asks.</summary>
    public static JsonObject Submit(string title, string question, string option) => new()
    {
        ["type"] = "Action.Submit",
        ["title"] = title,
        ["data"] = new JsonObject { ["question"] = question, ["option"] = option },
    };

    private static JsonObject RichText(params JsonNode[] runs) => new() { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(runs) };

    private static JsonObject Run(string text) => new() { ["type"] = "TextRun", ["text"] = text };

    private static JsonObject Strong(JsonObject run) => With(run, "weight", "bolder");

    private static JsonObject Subtle(JsonObject run) => With(run, "isSubtle", true);

    private static JsonObject Colored(JsonObject run, string color) => With(run, "color", color);

    private static JsonObject With(JsonObject run, string name, JsonNode value)
    {
        run[name] = value;
        return run;
    }
}
