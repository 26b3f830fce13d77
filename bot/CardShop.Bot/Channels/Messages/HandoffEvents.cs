using System.Text.Json;
using System.Text.Json.Nodes;
using CardShop.Activities;
using CardShop.Activities.Json;
using CardShop.Bot.Desk.Handoff;
using CardShop.Desk.Services;
using CardShop.Dialogs.Json;

namespace CardShop.Bot.Channels.Messages;

/// <summary>The Bot Framework's handoff protocol: <c>handoff.initiate</c> out, <c>handoff.status</c> in.</summary>
internal static class HandoffEvents
{
    /// <summary>The name of what comes in.</summary>
    public const string Status = "handoff.status";

    private const string Initiate = "handoff.initiate";
    private const string Transcript = "Transcript";
    private const string Json = "application/json";

    /// <summary>A case on its way to another desk: where it stands as the value, what was said as an attachment.</summary>
    public static Activity Of(HandoffOffer offer, ConversationReference reference) => ConnectorActivity.Address(
        new Activity
        {
            Type = ActivityTypes.Event,
            Name = Initiate,
            Value = Element(Value(offer.Context)),
            Attachments = [new Attachment(Json, Element(new JsonObject { ["activities"] = new JsonArray([.. offer.Lines.Select(line => Said(line, reference))]) }), Name: Transcript)],
            Properties = new Dictionary<string, JsonElement> { ["relatesTo"] = JsonSerializer.SerializeToElement(reference, ActivitiesJson.Protocol) },
        },
        reference);

    /// <summary>How the other desk does; null for a status that the protocol does not know.</summary>
    public static HandoffState? StateOf(Activity status) => status.Value is { ValueKind: JsonValueKind.Object } value
        && value.TryGetProperty("state", out var state)
        && state.ValueKind == JsonValueKind.String
            ? state.GetString() switch
            {
                "accepted" => HandoffState.Accepted,
                "failed" => HandoffState.Failed,
                "completed" => HandoffState.Completed,
                _ => null,
            }
            : null;

    private static JsonObject Value(HandoffContext context) => new()
    {
        ["caseNumber"] = context.CaseNumber,
        ["cause"] = Word(context.Cause),
        ["path"] = Word(context.Path),
        ["order"] = context.OrderNo,
        ["product"] = context.Product,
        ["amount"] = context.AmountFen is { } fen ? fen / 100m : null,
        ["language"] = Word((Dialogs.Understanding.Language?)context.Language),
        ["waitingSince"] = context.WaitingSince,
        ["deadline"] = context.Deadline,
        ["deadlineKind"] = context.DeadlineKind,
        ["facts"] = new JsonArray([.. context.Facts.Select(fact => new JsonObject { ["name"] = fact.Name, ["value"] = fact.Value, ["source"] = Word((FactSource?)fact.Source) })]),
    };

    private static JsonObject Said(SpokenLine line, ConversationReference reference)
    {
        var speaker = line.Speaker == LineSpeaker.Customer ? reference.User : reference.Bot;
        var said = new JsonObject
        {
            ["type"] = ActivityTypes.Message,
            ["id"] = line.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["timestamp"] = line.At,
            ["from"] = new JsonObject { ["id"] = speaker?.Id, ["name"] = line.Name ?? speaker?.Name, ["role"] = line.Speaker == LineSpeaker.Customer ? RoleTypes.User : RoleTypes.Bot },
            ["text"] = line.Text,
            ["textFormat"] = TextFormats.Plain,
        };
        if (line.Files.Count > 0)
        {
            // What the files were; who may look at them is decided at our desk.
            said["attachments"] = new JsonArray([.. line.Files.Select(file => new JsonObject { ["contentType"] = file.ContentType, ["name"] = file.Name })]);
        }

        return said;
    }

    private static string? Word<T>(T? value)
        where T : struct, Enum => value is { } known ? JsonNamingPolicy.SnakeCaseLower.ConvertName(known.ToString()) : null;

    private static JsonElement Element(JsonObject json) => JsonSerializer.SerializeToElement(json, DialogsJson.House);
}
