using System.IO.Compression;
using CardShop.Dialogs.Replies;

namespace CardShop.Documents;

/// <summary>
/// A case's bundle (rule L4) as a ZIP: order record, money trail, evidence, the whole conversation, drafts. It is written straight into the stream, one piece after the
/// other, and never held as a whole: it may have hundreds of megabytes. It only ever writes asynchronously, so that the stream may be a response.
/// </summary>
public static class CaseBundle
{
    // ZIP knows no time zone; a fixed time keeps the same case's bundle the same.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes it. The stream stays open.</summary>
    /// <exception cref="OperationCanceledException">Whoever reads it has gone.</exception>
    public static async Task WriteAsync(BundleFacts facts, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var patient = new DeferringStream(output);
        var zip = await ZipArchive.CreateAsync(patient, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await using (zip)
        {
            var pages = new BundlePages(facts);
            var contents = new List<BundleRow>();
            await PageAsync("order", pages.OrderAsync);
            await PageAsync("money", pages.MoneyAsync);
            await PageAsync("conversation", pages.ConversationAsync);
            await PaperAsync("application", OrderModificationApplication.Write(facts.Application));
            if (facts.Claim is { } claim)
            {
                await PaperAsync("evidence", EvidenceList.Write(claim));
                await PaperAsync("demand", DemandForReturn.Write(claim));
                await PaperAsync("complaint", CivilComplaint.Write(claim));
            }

            foreach (var file in facts.Files)
                contents.Add(new BundleRow(file.Name, Words(await FileAsync(zip, $"{Words("folder")}/{file.Name}", file, cancellationToken) ? "about_file" : "about_gone")));

            // Last, because only now is it known what could be put in; its name sorts it first.
            await PageAsync("contents", page => pages.ContentsAsync(page, contents.OrderBy(row => row.Label, StringComparer.Ordinal)));

            async Task PageAsync(string key, Func<TextWriter, Task> writeAsync)
            {
                var name = Words(key) + ".html";
                contents.Add(new BundleRow(name, Words("about_" + key)));
                await using var entry = await Create(zip, name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
                await using var page = new StreamWriter(entry);
                await writeAsync(page);
                await page.FlushAsync(cancellationToken);
            }

            async Task PaperAsync(string key, byte[] paper)
            {
                var name = Words(key) + ".docx";
                contents.Add(new BundleRow(name, Words("about_" + key)));
                await using var entry = await Create(zip, name, CompressionLevel.NoCompression).OpenAsync(cancellationToken);
                await entry.WriteAsync(paper, cancellationToken);
            }
        }

        await patient.FlushAsync(cancellationToken);

        string Words(string key) => TextCatalogue.Get(facts.Application.Language, "document.bundle." + key);
    }

    /// <summary>Pictures and PDFs are compressed already.</summary>
    private static async Task<bool> FileAsync(ZipArchive zip, string name, BundleFile file, CancellationToken cancellationToken)
    {
        if (await file.OpenAsync(cancellationToken) is not { } content)
            return false;

        await using (content)
        {
            await using var entry = await Create(zip, name, CompressionLevel.NoCompression).OpenAsync(cancellationToken);
            await content.CopyToAsync(entry, cancellationToken);
        }

        return true;
    }

    private static ZipArchiveEntry Create(ZipArchive zip, string name, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = EntryTime;
        return entry;
    }
}
