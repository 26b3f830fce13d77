using CardShop.Dialogs.Evidence;

namespace CardShop.Persistence.Evidence;

/// <summary>
/// One piece of evidence. The row comes first, then its bytes, then the turn that names it: until then nobody believes it, and what no turn has named is swept. The
/// row outlives the bytes, so that the same picture is known when it comes again.
/// </summary>
public sealed class EvidenceRow
{
    /// <summary>The piece's id; its bytes are kept under the same name.</summary>
    public required string Id { get; init; }

    /// <summary>The conversation that it came in.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The case that it belongs to; null before a turn has named it, or while there is no case.</summary>
    public string? CaseNumber { get; private set; }

    /// <summary>What it is.</summary>
    public required EvidenceMedia Media { get; init; }

    /// <summary>What it is for.</summary>
    public required EvidencePurpose Purpose { get; init; }

    /// <summary>The media type of the kept bytes.</summary>
    public required string ContentType { get; init; }

    /// <summary>SHA-256 of the bytes that were sent, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>SHA-256 of what a person sees: the upright pixels of a picture, the kept bytes of a PDF.</summary>
    public required string LooksSha256 { get; init; }

    /// <summary>Size of the kept bytes, before they are encrypted.</summary>
    public required long Size { get; init; }

    /// <summary>Whether there is a small picture of it as well.</summary>
    public required bool HasThumbnail { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When a turn named it; null before.</summary>
    public DateTimeOffset? KeptAt { get; private set; }

    /// <summary>When it was withdrawn, or kept long enough; its bytes go after that.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>When its bytes were deleted for good.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>A turn has named it.</summary>
    public void Keep(string? caseNumber, DateTimeOffset at)
    {
        CaseNumber = caseNumber;
        KeptAt = at;
    }

    /// <summary>Nobody needs it any more. The first time counts.</summary>
    public void Withdraw(DateTimeOffset at) => WithdrawnAt ??= at;

    /// <summary>Its bytes are gone.</summary>
    public void Delete(DateTimeOffset at) => DeletedAt = at;
}
