using CardShop.Activities;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Evidence;

namespace CardShop.Bot.Channels.Translation;

/// <summary>The files that a person of the shop has sent, as attachments.</summary>
internal static class SentFiles
{
    /// <summary>The attachments; null for none.</summary>
    /// <param name="entry">What was said.</param>
    /// <param name="addressOf">Signs an address at which the reader may look at a piece.</param>
    public static IReadOnlyList<Attachment>? Of(TranscriptEntry entry, Func<string, string> addressOf) => entry.Message?.Files is { Count: > 0 } files
        ? [.. files.Select(file => new Attachment
        {
            ContentType = file.Media is EvidenceMedia.Pdf ? "application/pdf" : "image/jpeg",
            ContentUrl = addressOf(file.Piece),
            Name = file.Media is EvidenceMedia.Pdf ? "file.pdf" : "file.jpg",
        })]
        : null;
}
