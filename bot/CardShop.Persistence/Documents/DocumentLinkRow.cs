namespace CardShop.Persistence.Documents;

/// <summary>A link to documents that a browser has taken for its own. A link that nobody has used yet has no row; the row goes with the link's life.</summary>
public sealed class DocumentLinkRow
{
    /// <summary>Names the link. It opens nothing: only the signed link does.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of what only that browser knows, in lower-case hexadecimal.</summary>
    public required string BrowserHash { get; init; }

    /// <summary>Until when the link works, by the wall clock.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Whether another browser has been turned away, which goes on record once.</summary>
    public bool HasTurnedAway { get; private set; }
}
