using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using CardShop.Dialogs.Evidence;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokens;

namespace CardShop.Bot.Evidence.Intake;

/// <summary>Makes sure that a PDF is whole, open and passive. It is kept as it was sent, up to its end mark, and never shown, only handed out.</summary>
internal static class PdfCleaner
{
    private const int MaxObjects = 20_000;
    private const int MaxDepth = 100;

    /// <summary>Where readers look for the end mark (ISO 32000-1, annex H, note 18).</summary>
    private const int EndArea = 1024;

    /// <summary>What makes a PDF act, or carry other files (ISO 32000-1, 7.11.4, 12.6, 13; and XFA forms, which are programs as well).</summary>
    private static readonly HashSet<string> Active =
        ["JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA", "ImportData", "SubmitForm", "GoToE", "Rendition", "Movie", "Sound"];

    /// <summary>Checks a PDF.</summary>
    public static bool TryClean(byte[] sent, [NotNullWhen(true)] out CleanFile? clean, [NotNullWhen(false)] out FileRefusal? refusal)
    {
        clean = null;
        var end = sent.AsSpan().LastIndexOf("%%EOF"u8);
        if (end < 0 || sent.Length - end > EndArea)
        {
            refusal = FileRefusal.Unreadable;
            return false;
        }

        // Whatever hangs on to it, an archive for example, is no part of it.
        var kept = sent[..(end + "%%EOF".Length)];
        try
        {
            using var document = PdfDocument.Open(kept, new ParsingOptions { UseLenientParsing = false, FilterProvider = new BoundedFilters() });
            refusal = document.IsEncrypted || document.NumberOfPages < 1 ? FileRefusal.Unreadable
                : IsActive(document) ? FileRefusal.NotEvidence
                : null;
        }
        catch (PdfDocumentEncryptedException)
        {
            refusal = FileRefusal.Unreadable;
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // A reader of hostile files fails in as many ways as there are of breaking one.
            refusal = FileRefusal.Unreadable;
        }

        if (refusal is not null)
        {
            return false;
        }

        clean = new CleanFile(EvidenceMedia.Pdf, "application/pdf", kept, Thumbnail: null, Convert.ToHexStringLower(SHA256.HashData(kept)));
        return true;
    }

    /// <summary>Looks into every object, those within compressed streams as well.</summary>
    private static bool IsActive(PdfDocument document)
    {
        var references = document.Structure.CrossReferenceTable.ObjectOffsets.Keys.ToList();
        return references.Count > MaxObjects || references.Exists(reference => IsActive(document.Structure.GetObject(reference)?.Data, 0));
    }

    private static bool IsActive(IToken? token, int depth) => depth > MaxDepth || token switch
    {
        NameToken name => Active.Contains(name.Data),
        DictionaryToken dictionary => dictionary.Data.Any(entry => Active.Contains(entry.Key) || IsActive(entry.Value, depth + 1)),
        ArrayToken array => array.Data.Any(item => IsActive(item, depth + 1)),
        StreamToken stream => IsActive(stream.StreamDictionary, depth + 1),
        ObjectToken inner => IsActive(inner.Data, depth + 1),
        _ => false,
    };
}
