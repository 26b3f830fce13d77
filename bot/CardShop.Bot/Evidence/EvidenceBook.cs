using CardShop.Persistence;
using CardShop.Persistence.Evidence;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Evidence;

/// <inheritdoc cref="IEvidenceBook" />
internal sealed class EvidenceBook(IDbContextFactory<BotDbContext> contexts, TimeProvider time) : IEvidenceBook
{
    /// <summary>A picture that half the world sends, such as a logo, need not be followed for ever.</summary>
    private const int MaxTwins = 100;

    public async Task<(string? CaseNumber, int Pieces)> CountAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var number = await context.Cases
            .Where(row => row.ConversationId == conversationId && row.Outcome == null)
            .OrderByDescending(row => row.OpenedAt)
            .Select(row => row.Number)
            .FirstOrDefaultAsync(cancellationToken);
        var pieces = await context.Evidence
            .CountAsync(row => row.ConversationId == conversationId && row.KeptAt != null && row.WithdrawnAt == null && (row.CaseNumber == null || row.CaseNumber == number), cancellationToken);
        return (number, pieces);
    }

    public async Task<IReadOnlyList<EvidenceRow>> FindTwinsAsync(string sha256, string looksSha256, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Evidence.AsNoTracking()
            .Where(row => row.KeptAt != null && (row.Sha256 == sha256 || row.LooksSha256 == looksSha256))
            .OrderByDescending(row => row.ReceivedAt)
            .Take(MaxTwins)
            .ToListAsync(cancellationToken);
    }

    public async Task AddAsync(EvidenceRow row, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Evidence.Add(row);
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task<EvidenceRow?> FindKeptAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Evidence.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.KeptAt != null && row.WithdrawnAt == null, cancellationToken);
    }

    public async Task DropUnkeptAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Evidence
            .Where(row => ids.Contains(row.Id) && row.KeptAt == null && row.WithdrawnAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(piece => piece.WithdrawnAt, now), cancellationToken);
    }
}
