using System.Text.Json.Nodes;
using CardShop.Dialogs.Evidence;

namespace CardShop.Bot.Evidence;

/// <summary>
/// Files in the transcript's record of what a customer sent: a piece stands there by its id, never by its bytes or an address that dies. Whoever shows the record
/// signs an address for the reader.
/// </summary>
internal static class EvidenceEcho
{
    private const string Scheme = "evidence:";
    private const string Unshown = "application/octet-stream";

    /// <summary>Puts what became of the files in the place of an activity's attachments.</summary>
    /// <param name="activity">The activity; what was attached as a card stays.</param>
    /// <param name="files">What became of the files.</param>
    /// <param name="names">Their names, as the customer knows them, in the same order; only ever shown to the customer.</param>
    public static void Write(JsonObject activity, IReadOnlyList<ArrivedFile> files, IReadOnlyList<string?> names)
    {
        var cards = activity["attachments"] is JsonArray sent ? sent.Where(IsCard).Select(card => card!.DeepClone()) : [];
        var kept = files.Select((file, index) => Of(file, index < names.Count ? names[index] : null));
        activity["attachments"] = new JsonArray([.. cards, .. kept]);
    }

    /// <summary>Whether it is something else than a file.</summary>
    public static bool IsCard(JsonNode? attachment) => attachment is JsonObject known && known["content"] is not null && known["contentUrl"] is null;

    /// <summary>Gives the pieces of a record addresses that work for its reader.</summary>
    /// <param name="activity">The record, changed in place.</param>
    /// <param name="addressOf">Signs the full address of a piece.</param>
    public static void Sign(JsonObject activity, Func<string, string> addressOf)
    {
        if (activity["attachments"] is not JsonArray attachments)
        {
            return;
        }

        foreach (var attachment in attachments.OfType<JsonObject>())
        {
            if (attachment["contentUrl"] is JsonValue url && url.TryGetValue<string>(out var text) && text.StartsWith(Scheme, StringComparison.Ordinal))
            {
                var address = addressOf(text[Scheme.Length..]);
                attachment["contentUrl"] = address;
                if (attachment["contentType"]?.ToString().StartsWith("image/", StringComparison.Ordinal) ?? false)
                {
                    attachment["thumbnailUrl"] = address + "?small";
                }
            }
        }
    }

    private static JsonObject Of(ArrivedFile file, string? name)
    {
        var attachment = new JsonObject { ["contentType"] = file is AcceptedFile { Piece: var piece } ? EvidenceBatch.ContentTypeOf(piece) : Unshown };
        if (file is AcceptedFile { Piece.Id: var id })
        {
            attachment["contentUrl"] = Scheme + id;
        }

        attachment["name"] = name ?? "file";
        return attachment;
    }
}
