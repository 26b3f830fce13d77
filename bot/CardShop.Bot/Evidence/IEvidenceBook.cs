using CardShop.Persistence.Evidence;

namespace CardShop.Bot.Evidence;

/// <summary>The rows of the pieces. Turns keep and withdraw them in their own transaction (<see cref="EvidenceRecord"/>).</summary>
internal interface IEvidenceBook
{
    /// <summary>The number of the conversation's case in hand, null without one, and how many pieces it has.</summary>
    Task<(string? CaseNumber, int Pieces)> CountAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>The pieces of all cases, kept or withdrawn, that look the same or are the same file.</summary>
    Task<IReadOnlyList<EvidenceRow>> FindTwinsAsync(string sha256, string looksSha256, CancellationToken cancellationToken);

    /// <summary>Writes down a piece whose bytes are about to be stored.</summary>
    Task AddAsync(EvidenceRow row, CancellationToken cancellationToken);

    /// <summary>The piece, unless it was withdrawn or never kept.</summary>
    Task<EvidenceRow?> FindKeptAsync(string id, CancellationToken cancellationToken);

    /// <summary>Withdraws those of the pieces that no turn has named.</summary>
    Task DropUnkeptAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);
}
