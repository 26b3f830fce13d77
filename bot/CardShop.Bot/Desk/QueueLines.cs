using CardShop.Bot.Hosting;
using CardShop.Desk.Services;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Desk;

/// <summary>Reads the lines of the queue.</summary>
internal sealed class QueueLines(IDbContextFactory<BotDbContext> contexts, OpenCases open, QueueItems items, TimeProvider time, WallClock wall)
{
    private const int PhoneTail = 4;

    private static readonly TimeSpan TypingLifetime = TimeSpan.FromSeconds(8);

    /// <summary>The lines that fit, in order.</summary>
    public async Task<IReadOnlyList<QueueItem>> ReadAsync(QueueFilter filter, CancellationToken cancellationToken)
    {
        var found = string.IsNullOrWhiteSpace(filter.Search) ? Of(await open.ReadAsync(cancellationToken)) : await FindAsync(filter.Search.Trim(), cancellationToken);
        var ranked = found.Where(item => Fits(item, filter)).Ranked(filter.Order);
        List<QueueItem> lines = [.. (filter.Descending ? ranked.Reverse() : ranked).Take(filter.Limit)];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var viewers = await ViewersAsync(context, cancellationToken);
        return viewers.Count == 0 ? lines : lines.ConvertAll(item => viewers.Contains(item.CaseNumber) ? item with { Viewers = Seen(viewers, item.CaseNumber) } : item);
    }

    /// <summary>When the latest of those came whom nobody has taken yet; null while nobody waits.</summary>
    public async Task<DateTimeOffset?> NewestAsync(CancellationToken cancellationToken) =>
        (await open.ReadAsync(cancellationToken)).Where(row => row.HolderId is null).Max(row => row.WaitingSince);

    /// <summary>One row as the queue shows it.</summary>
    public async Task<QueueItem> ItemAsync(DeskCaseRow row, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return items.Of(row, time.GetUtcNow()) with { Viewers = Seen(await ViewersAsync(context, cancellationToken), row.CaseNumber) };
    }

    private IEnumerable<QueueItem> Of(IEnumerable<DeskCaseRow> rows)
    {
        var now = time.GetUtcNow();
        return rows.Select(row => items.Of(row, now));
    }

    /// <summary>Whatever has that number, ended or not, at the desk or not.</summary>
    private async Task<IEnumerable<QueueItem>> FindAsync(string number, CancellationToken cancellationToken)
    {
        var (upper, tail) = (number.ToUpperInvariant(), number.Length == PhoneTail ? number : null);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await context.DeskCases.AsNoTracking()
            .Where(row => row.CaseNumber == upper || row.OrderNo == number || row.PaymentNo == number || row.FoundBy == number || (tail != null && row.PhoneTail == tail))
            .ToListAsync(cancellationToken);
        var others = await context.Cases.AsNoTracking().Where(row => row.Number == upper || row.OrderNo == number).ToListAsync(cancellationToken);
        return [.. Of(known), .. others.Where(row => known.TrueForAll(at => at.CaseNumber != row.Number)).Select(QueueItems.Of)];
    }

    private static bool Fits(QueueItem item, QueueFilter filter) =>
        (filter.Kind is null || item.Kind == filter.Kind)
        && (filter.Path is null || item.Path == filter.Path)
        && (filter.Language is null || item.Language == filter.Language)
        && (filter.Channel is null || item.Channel == filter.Channel)
        && (filter.HeldBy is null || (item.HolderId ?? "") == filter.HeldBy);

    private async Task<ILookup<string, DeskPageRow>> ViewersAsync(BotDbContext context, CancellationToken cancellationToken)
    {
        var since = wall.Now - DeskState.PageLifetime;
        var pages = await context.DeskPages.AsNoTracking().Where(page => page.Viewing != null && page.SeenAt > since).ToListAsync(cancellationToken);
        return pages.ToLookup(page => page.Viewing!, StringComparer.Ordinal);
    }

    private IReadOnlyList<Viewer> Seen(ILookup<string, DeskPageRow> viewers, string caseNumber)
    {
        var typing = wall.Now - TypingLifetime;
        return [.. viewers[caseNumber].GroupBy(page => page.AgentId).Select(of => new Viewer(of.Key, of.First().Name, of.Any(page => page.TypingAt > typing)))];
    }
}
