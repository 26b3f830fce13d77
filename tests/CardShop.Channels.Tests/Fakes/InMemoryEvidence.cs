using System.Collections.Concurrent;
using CardShop.Bot.Evidence;
using CardShop.Bot.Evidence.Storage;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Turns;
using CardShop.Persistence.Evidence;

namespace CardShop.Channels.Tests.Fakes;

/// <summary>Pieces of evidence without a database and without a disk.</summary>
internal sealed class InMemoryEvidence : IEvidenceBook, IEvidenceStore
{
    private readonly ConcurrentDictionary<string, EvidenceRow> _rows = [];

    /// <summary>The bytes, sealed.</summary>
    public ConcurrentDictionary<string, byte[]> Bytes { get; } = [];

    /// <summary>Thrown instead of storing bytes.</summary>
    public Exception? Fault { get; set; }

    /// <summary>The pieces that a turn has named.</summary>
    public IReadOnlyList<EvidenceRow> Kept => [.. _rows.Values.Where(row => row is { KeptAt: not null, WithdrawnAt: null })];

    /// <summary>All pieces that may have bytes: kept, or still waiting for their turn.</summary>
    public int Left => _rows.Values.Count(row => row.WithdrawnAt is null);

    /// <summary>A turn is saved.</summary>
    public void Keep(InboundTurn inbound)
    {
        if (inbound.Incoming is CustomerSaid { Files: var files })
        {
            foreach (var file in files.OfType<AcceptedFile>())
            {
                _rows[file.Piece.Id].Keep(null, file.Piece.ReceivedAt);
            }
        }
    }

    /// <summary>A piece is withdrawn.</summary>
    public void Withdraw(string id) => _rows[id].Withdraw(DateTimeOffset.UnixEpoch);

    public Task<(string? CaseNumber, int Pieces)> CountAsync(string conversationId, CancellationToken cancellationToken) =>
        Task.FromResult<(string?, int)>((null, Kept.Count(row => row.ConversationId == conversationId)));

    public Task<IReadOnlyList<EvidenceRow>> FindTwinsAsync(string sha256, string looksSha256, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EvidenceRow>>([.. Kept.Where(row => row.Sha256 == sha256 || row.LooksSha256 == looksSha256)]);

    public Task AddAsync(EvidenceRow row, CancellationToken cancellationToken)
    {
        _rows[row.Id] = row;
        return Task.CompletedTask;
    }

    public Task<EvidenceRow?> FindKeptAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Kept.FirstOrDefault(row => row.Id == id));

    public Task DropUnkeptAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        foreach (var row in ids.Select(id => _rows[id]).Where(row => row.KeptAt is null))
        {
            row.Withdraw(row.ReceivedAt);
        }

        return Task.CompletedTask;
    }

    public Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (Fault is { } fault)
        {
            throw fault;
        }

        Bytes[name] = content.ToArray();
        return Task.CompletedTask;
    }

    public Task<byte[]?> GetAsync(string name, CancellationToken cancellationToken) => Task.FromResult(Bytes.GetValueOrDefault(name));

    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        Bytes.TryRemove(name, out _);
        return Task.CompletedTask;
    }
}
