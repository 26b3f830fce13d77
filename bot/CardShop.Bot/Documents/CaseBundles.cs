using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CardShop.Bot.Evidence;
using CardShop.Bot.Evidence.Storage;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Understanding;
using CardShop.Documents;
using CardShop.Persistence.Conversations;

namespace CardShop.Bot.Documents;

/// <summary>Gathers what a case's bundle is made of: record, transcript, evidence. What is large is read while it is written out.</summary>
internal sealed class CaseBundles(CaseRecords records, ITranscript transcript, IEvidenceBook book, EvidenceVault vault)
{
    private const int EntriesAtOnce = 200;

    /// <summary>What goes in.</summary>
    public BundleFacts Facts(string conversationId, CaseRecord record, PaperFacts papers, ApplicationFacts application) => new()
    {
        Application = application,
        Claim = papers.Claim(application),
        Order = papers.Rows(),
        Money = papers.Steps(),
        Conversation = SaidAsync(conversationId, record.Language),
        Files = [.. record.Case.Evidence.Where(IsForOthers).Select((evidence, index) => File(conversationId, evidence, index + 1, record.Language))],
        Redaction = papers.Redaction(),
    };

    /// <summary>Papers of identity are for the shop only (rule E6).</summary>
    private static bool IsForOthers(CaseEvidence evidence) => evidence.Link != EvidenceLink.Identity && evidence.Piece.Purpose != EvidencePurpose.Identity;

    private BundleFile File(string conversationId, CaseEvidence evidence, int number, Language language)
    {
        var link = TextCatalogue.Get(language, evidence.Link == EvidenceLink.Order ? "document.bundle.link.order" : "document.bundle.link.mistake");
        return new BundleFile(
            $"{number:00}-{link}.{(evidence.Piece.Media is EvidenceMedia.Pdf ? "pdf" : "jpg")}",
            async cancellationToken =>
            {
                var content = await book.FindKeptAsync(evidence.Piece.Id, cancellationToken) is { } row ? await vault.GetAsync(EvidenceNames.Of(row.Id), cancellationToken) : null;
                await EnsureThereAsync(conversationId, cancellationToken);
                return content is null ? null : new MemoryStream(content, writable: false);
            });
    }

    private async IAsyncEnumerable<SaidLine> SaidAsync(string conversationId, Language language, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var after = 0L;
        while (await transcript.ReadAsync(conversationId, after, EntriesAtOnce, cancellationToken) is { Count: > 0 } entries)
        {
            foreach (var entry in entries)
            {
                if (Line(entry, language) is { } line)
                {
                    yield return line;
                }
            }

            after = entries[^1].Sequence;
        }

        await EnsureThereAsync(conversationId, cancellationToken);
    }

    private static SaidLine? Line(TranscriptEntry entry, Language language)
    {
        var who = TextCatalogue.Get(language, entry.Speaker switch
        {
            Speaker.Customer => "document.bundle.you",
            Speaker.Bot => "document.bundle.bot",
            _ => "document.bundle.agent",
        });
        var echo = entry.Echo is { } json ? JsonNode.Parse(json) as JsonObject : null;
        var text = entry.Message?.Text ?? echo?["text"]?.ToString() ?? "";
        var files = echo?["attachments"] is JsonArray attachments ? attachments.Where(each => !EvidenceEcho.IsCard(each)).Select(each => each?["name"]?.ToString()).OfType<string>() : [];
        var line = new SaidLine(entry.At, who, entry.Speaker == Speaker.Customer, text, [.. files]);
        return line.Text.Length == 0 && line.Files.Count == 0 ? null : line;
    }

    private async Task EnsureThereAsync(string conversationId, CancellationToken cancellationToken)
    {
        if (!await records.ExistsAsync(conversationId, cancellationToken))
        {
            throw new CaseErasedException();
        }
    }
}

/// <summary>The case was erased while its bundle was being written: what is half out is broken off, so that nobody takes it for the whole.</summary>
internal sealed class CaseErasedException() : Exception("The case was erased while its bundle was being written.");
