using System.Text.Json;
using System.Text.Json.Nodes;
using CardShop.Bot.Turns;
using CardShop.Desk.Services;
using CardShop.Persistence.Conversations;

namespace CardShop.Bot.Desk;

/// <summary>Makes lines for the desk from the transcript.</summary>
internal static class SpokenLines
{
    private const string Evidence = "evidence:";

    /// <summary>One entry as a line.</summary>
    public static SpokenLine Of(TranscriptEntry entry) => entry.Message is { } message
        ? new SpokenLine
        {
            Sequence = entry.Sequence,
            Speaker = entry.Speaker is Speaker.Agent ? LineSpeaker.Agent : LineSpeaker.Bot,
            Name = message.From,
            At = entry.At,
            Text = message.Text,
            Files = [.. (message.Files ?? []).Select(file => new SpokenFile(file.Piece, file.Media is Dialogs.Evidence.EvidenceMedia.Pdf ? "file.pdf" : "file.jpg", file.Media is Dialogs.Evidence.EvidenceMedia.Pdf ? "application/pdf" : "image/jpeg"))],
            Options = message.Options,
            Card = message.Card,
        }
        : OfCustomer(entry);

    private static SpokenLine OfCustomer(TranscriptEntry entry)
    {
        var activity = Read(entry.Echo);
        return new SpokenLine
        {
            Sequence = entry.Sequence,
            Speaker = LineSpeaker.Customer,
            At = entry.At,
            Text = Text(activity?["text"]) is { Length: > 0 } words ? words : Text((activity?["value"] as JsonObject)?["option"]) ?? "",
            Files = activity?["attachments"] is JsonArray attachments ? [.. attachments.OfType<JsonObject>().Where(file => file["content"] is null).Select(FileOf)] : [],
        };
    }

    private static SpokenFile FileOf(JsonObject attachment) => new(
        Text(attachment["contentUrl"]) is { } url && url.StartsWith(Evidence, StringComparison.Ordinal) ? url[Evidence.Length..] : null,
        Text(attachment["name"]) ?? "file",
        Text(attachment["contentType"]) ?? "application/octet-stream");

    private static JsonObject? Read(string? echo)
    {
        try
        {
            return echo is null ? null : JsonNode.Parse(echo) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
