using System.Diagnostics.CodeAnalysis;
using CardShop.Dialogs.Evidence;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Evidence.Intake;

/// <summary>Judges a file by its content, and makes of it what can be kept. Few at once: a picture of 40 megapixels takes 160 MB while it is worked on.</summary>
internal sealed class FileCleaner(IOptions<EvidenceOptions> options) : IDisposable
{
    private const int AtOnce = 2;

    private readonly SemaphoreSlim _places = new(AtOnce);

    /// <summary>Cleans a file; exactly one of the two is not null.</summary>
    public async Task<(CleanFile? Clean, FileRefusal? Refusal)> CleanAsync(byte[] sent, EvidencePurpose purpose, CancellationToken cancellationToken)
    {
        switch (FileKinds.Of(sent))
        {
            case FileKind.Heic:
                return (null, FileRefusal.Heic);
            case FileKind.Pdf when purpose is EvidencePurpose.Identity:
            case FileKind.Other:
                return (null, FileRefusal.NotEvidence);
        }

        await _places.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => TryClean(sent, purpose, out var clean, out var refusal) ? (clean, (FileRefusal?)null) : (null, refusal), cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private bool TryClean(byte[] sent, EvidencePurpose purpose, [NotNullWhen(true)] out CleanFile? clean, [NotNullWhen(false)] out FileRefusal? refusal) =>
        FileKinds.Of(sent) is FileKind.Pdf
            ? PdfCleaner.TryClean(sent, out clean, out refusal)
            : PictureCleaner.TryClean(sent, options.Value.MaxPixels, purpose, out clean, out refusal);
}
