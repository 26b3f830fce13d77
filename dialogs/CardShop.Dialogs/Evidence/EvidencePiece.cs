namespace CardShop.Dialogs.Evidence;

/// <summary>One file of a customer's that is kept as evidence (证据, rules E1 to E6): checked, cleaned and stored at the edge before a turn hears of it.</summary>
public sealed record EvidencePiece
{
    /// <summary>Names it: short, random, never guessable, and never the file's own name.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, judged by its content.</summary>
    public required EvidenceMedia Media { get; init; }

    /// <summary>What it is for.</summary>
    public EvidencePurpose Purpose { get; init; }

    /// <summary>SHA-256 of the bytes that the customer sent, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it arrived.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Which wording of the consent the customer agreed to before handing it in; null where none is needed (rule E6).</summary>
    public string? ConsentWording { get; init; }

    /// <summary>Whether the same picture has been handed in with another case: a reviewer has to know.</summary>
    public bool SeenElsewhere { get; init; }
}

/// <summary>What a piece of evidence is.</summary>
public enum EvidenceMedia
{
    /// <summary>A picture: re-encoded, its metadata stripped.</summary>
    Image,

    /// <summary>A PDF: validated, served for download only.</summary>
    Pdf,
}

/// <summary>What a piece of evidence is for.</summary>
public enum EvidencePurpose
{
    /// <summary>It proves the order or the mistake (rules E1, E2).</summary>
    Proof,

    /// <summary>It proves who the customer is (rules E3, E6): sensitive, given on a consent page of its own, masked in preview, deleted once the case needs it no more.</summary>
    Identity,
}
