using System.Text.Json.Nodes;
using CardShop.Bot.Evidence;
using CardShop.Dialogs.Evidence;

namespace CardShop.Bot.Channels.Files;

/// <summary>Files that are attached to an activity itself: within it (<c>data:</c>), or at an address of the channel that it came from.</summary>
/// <param name="intake">Takes them in.</param>
/// <param name="downloads">Fetches what is at an address.</param>
internal sealed class AttachedFiles(EvidenceIntake intake, ChannelDownloads downloads)
{
    /// <summary>More are not even looked at.</summary>
    private const int MostListed = 100;

    private const string Data = "data:";

    /// <summary>Takes in the files of an activity, and puts what became of them in their place; null when it carries none.</summary>
    /// <param name="conversationId">Ours.</param>
    /// <param name="json">The activity, as it was sent; changed in place.</param>
    /// <param name="channel">The channel's own address, from which files may be fetched; null when it has none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<EvidenceBatch?> TakeAsync(string conversationId, JsonObject json, Uri? channel, CancellationToken cancellationToken)
    {
        var sent = json["attachments"] is JsonArray attachments ? attachments.OfType<JsonObject>().Where(file => Text(file, "contentUrl") is not null).Take(MostListed).ToList() : [];
        if (sent.Count == 0)
        {
            return null;
        }

        var batch = intake.Open(conversationId);
        foreach (var file in sent)
        {
            await TakeAsync(batch, Text(file, "contentUrl")!, channel, cancellationToken);
        }

        EvidenceEcho.Write(json, batch.Files, [.. sent.Select(file => Text(file, "name"))]);
        return batch;
    }

    private async Task TakeAsync(EvidenceBatch batch, string address, Uri? channel, CancellationToken cancellationToken)
    {
        if (address.StartsWith(Data, StringComparison.OrdinalIgnoreCase))
        {
            await TakeDataAsync(batch, address, cancellationToken);
        }
        else if (Uri.TryCreate(address, UriKind.Absolute, out var place) && channel is not null && ChannelDownloads.IsWithin(place, channel))
        {
            await downloads.TakeAsync(batch, place, cancellationToken);
        }
        else
        {
            // An address that somebody else has chosen could lead anywhere, into this very network too.
            batch.Refuse(FileRefusal.Unreadable);
        }
    }

    private static async Task TakeDataAsync(EvidenceBatch batch, string address, CancellationToken cancellationToken)
    {
        var comma = address.IndexOf(',', StringComparison.Ordinal);
        var content = new byte[address.Length];
        if (comma < 0
            || !address[..comma].EndsWith(";base64", StringComparison.OrdinalIgnoreCase)
            || !Convert.TryFromBase64Chars(address.AsSpan(comma + 1), content, out var length))
        {
            batch.Refuse(FileRefusal.Unreadable);
            return;
        }

        await batch.TakeAsync(new MemoryStream(content, 0, length, writable: false), cancellationToken);
    }

    private static string? Text(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
