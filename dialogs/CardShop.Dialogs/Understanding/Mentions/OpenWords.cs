using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>What surrounds names that are in no list, from <c>opens.json</c>.</summary>
internal sealed record OpenWords
{
    /// <summary>What says that the talk is of servers: 服务器, 区服, …</summary>
    public required IReadOnlyList<string> OfRegions { get; init; }

    /// <summary>What says that it is of accounts: 昵称, 网名, …</summary>
    public required IReadOnlyList<string> OfAccounts { get; init; }

    /// <summary>充成, 买成, …</summary>
    public required WordSet Became { get; init; }

    /// <summary>What a name does not start with: 我要, 本来, 给, …</summary>
    public required WordSet Leading { get; init; }

    /// <summary>What a name does not reach into: 了, 啊, 去了, …</summary>
    public required WordSet Ending { get; init; }

    /// <summary>Between a name and the verb: 给我, 不小心, …; longer ones first.</summary>
    public required IReadOnlyList<string> Between { get; init; }

    /// <summary>要的是, 应该是, …</summary>
    public required WordSet Wanted { get; init; }

    /// <summary>What nothing that is in no list holds: 我, 你, 错, …</summary>
    public required IReadOnlySet<char> NeverIn { get; init; }

    /// <summary>What a name that is in no list would name.</summary>
    public MentionKinds KindIn(FoldedText text)
    {
        if (OfAccounts.Any(word => text.Plain.Contains(word, StringComparison.Ordinal)))
            return MentionKinds.Account;
        return OfRegions.Any(word => text.Plain.Contains(word, StringComparison.Ordinal)) ? MentionKinds.Region : MentionKinds.Product;
    }
}
