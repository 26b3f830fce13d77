namespace CardShop.Persistence.Desk;

/// <summary>A link that lets somebody in once. Only its hash is kept, so that whoever reads the store can't use it.</summary>
public sealed class DeskLinkRow
{
    /// <summary>SHA-256 of what the link carries, in lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Who comes in by it; null for the first admin, who is made by it.</summary>
    public string? AccountId { get; init; }

    /// <summary>Whether it signs in at once (the demo's), instead of asking for a password to be chosen.</summary>
    public bool SignsIn { get; init; }

    /// <summary>Until when it may be used, by the wall clock.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used; null while it was not.</summary>
    public DateTimeOffset? UsedAt { get; private set; }
}
