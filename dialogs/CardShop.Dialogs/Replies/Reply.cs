namespace CardShop.Dialogs.Replies;

/// <summary>A reply before it has words: a key of the text catalogue, its facts, and what can be pressed.</summary>
internal sealed record Reply
{
    /// <summary>The key in the text catalogue.</summary>
    public required string Key { get; init; }

    /// <summary>The facts that its words name.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>The rules behind it.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>The question's id, for a reply that asks.</summary>
    public string? QuestionId { get; init; }

    /// <summary>The buttons.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>Whether files are welcome as an answer.</summary>
    public bool TakesFiles { get; init; }

    /// <summary>Whether it leads to the consent page for an identity document (rule E6).</summary>
    public bool TakesIdentityDocument { get; init; }

    /// <summary>The person of the shop who says it; null for the bot.</summary>
    public string? From { get; init; }

    /// <summary>The files that come with it; null for none.</summary>
    public IReadOnlyList<SentFile>? Files { get; init; }

    /// <summary>Documents of the case that go with it.</summary>
    public IReadOnlyList<CaseDocument> Documents { get; init; } = [];

    /// <summary>The richer form.</summary>
    public Card? Card { get; init; }
}
