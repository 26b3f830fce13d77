using CardShop.Bot.Hosting;
using CardShop.Desk.Services;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Desk;

/// <summary>Reads the lines of the queue.</summary>
internal sealed class QueueLines(IDbContextFactory<BotDbContext> contexts, WallClock wall)
{
    private const int PhoneTail = 4;

    private static readonly TimeSpan TypingLifetime = TimeSpan.FromSeconds(8);

    /// <summary>The lines that fit, in order.</summary>
    public async Task<IReadOnlyList<QueueItem>> ReadAsync(QueueFilter filter, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await Narrowed(Found(context, filter.Search), filter).AsNoTracking().ToListAsync(cancellationToken);
        var items = await ItemsAsync(context, rows, cancellationToken);
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            items.AddRange(await ElsewhereAsync(context, filter.Search.Trim(), items, cancellationToken));
        }

        var ordered = Ordered(items, filter.Order);
        return [.. (filter.Descending ? ordered.Reverse() : ordered).Take(filter.Limit)];
    }

    /// <summary>One row as the queue shows it.</summary>
    public async Task<QueueItem> ItemAsync(DeskCaseRow row, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await ItemsAsync(context, [row], cancellationToken))[0];
    }

    /// <summary>Without a search, what waits or is held; with one, whatever has that number.</summary>
    private static IQueryable<DeskCaseRow> Found(BotDbContext context, string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return context.DeskCases.Where(row => row.WaitingSince != null);
        }

        var (number, upper) = (search.Trim(), search.Trim().ToUpperInvariant());
        var tail = number.Length == PhoneTail ? number : null;
        return context.DeskCases.Where(row => row.CaseNumber == upper || row.OrderNo == number || row.FoundBy == number || (tail != null && row.PhoneTail == tail));
    }

    private static IQueryable<DeskCaseRow> Narrowed(IQueryable<DeskCaseRow> rows, QueueFilter filter)
    {
        rows = filter.Kind switch
        {
            QueueKind.Person => rows.Where(row => row.Kind == DeskKind.Person),
            QueueKind.Review => rows.Where(row => row.Kind == DeskKind.Review),
            QueueKind.Ended => rows.Where(row => row.Kind == null),
            _ => rows,
        };
        rows = filter.Path is { } path ? rows.Where(row => row.Path == path) : rows;
        rows = filter.Language is { } language ? rows.Where(row => row.Language == language) : rows;
        rows = filter.Channel is { } channel ? rows.Where(row => row.Channel == channel) : rows;
        return filter.HeldBy switch
        {
            null => rows,
            "" => rows.Where(row => row.HolderId == null),
            var holder => rows.Where(row => row.HolderId == holder),
        };
    }

    private async Task<List<QueueItem>> ItemsAsync(BotDbContext context, List<DeskCaseRow> rows, CancellationToken cancellationToken)
    {
        var since = wall.Now - DeskState.PageLifetime;
        var typing = wall.Now - TypingLifetime;
        var pages = await context.DeskPages.AsNoTracking().Where(page => page.Viewing != null && page.SeenAt > since).ToListAsync(cancellationToken);
        var viewers = pages.ToLookup(page => page.Viewing!, StringComparer.Ordinal);
        return rows.ConvertAll(row => Item(row, [.. viewers[row.CaseNumber].GroupBy(page => page.AgentId).Select(of => new Viewer(of.Key, of.First().Name, of.Any(page => page.TypingAt > typing)))]));
    }

    /// <summary>Cases that have never been at the desk.</summary>
    private static async Task<IEnumerable<QueueItem>> ElsewhereAsync(BotDbContext context, string number, List<QueueItem> known, CancellationToken cancellationToken)
    {
        var upper = number.ToUpperInvariant();
        var rows = await context.Cases.AsNoTracking().Where(row => row.Number == upper || row.OrderNo == number).ToListAsync(cancellationToken);
        return rows.Where(row => known.TrueForAll(item => item.CaseNumber != row.Number)).Select(row => new QueueItem
        {
            CaseNumber = row.Number,
            Kind = QueueKind.Ended,
            Path = row.Path,
            Outcome = row.Outcome,
            WaitingSince = row.OpenedAt,
            Language = Dialogs.Understanding.Language.Chinese,
            Channel = row.ConversationId.Split(':')[0],
            OrderNo = row.OrderNo,
        });
    }

    private static QueueItem Item(DeskCaseRow row, IReadOnlyList<Viewer> viewers) => new()
    {
        CaseNumber = row.CaseNumber,
        Kind = row.Kind switch
        {
            DeskKind.Person => QueueKind.Person,
            DeskKind.Review => QueueKind.Review,
            _ => QueueKind.Ended,
        },
        Cause = row.Cause,
        Path = row.Path,
        Outcome = row.Outcome,
        AmountFen = row.AmountFen,
        WaitingSince = row.WaitingSince ?? row.CreatedAt,
        Deadline = row.Deadline,
        DeadlineKind = row.DeadlineKind,
        Language = row.Language,
        Channel = row.Channel,
        OrderNo = row.OrderNo,
        Product = row.Product,
        HolderId = row.HolderId,
        HolderName = row.HolderName,
        HeardAt = row.HeardAt,
        AwaitsAnswer = row.HolderId is not null && row.HeardAt > (row.AnsweredAt ?? row.HeldSince),
        AwaitsSecondPerson = row.AwaitsSecond,
        Viewers = viewers,
    };

    private static IEnumerable<QueueItem> Ordered(IEnumerable<QueueItem> items, QueueOrder order) => order switch
    {
        QueueOrder.Waiting => items.OrderBy(item => item.WaitingSince),
        QueueOrder.Deadline => items.OrderBy(item => item.Deadline ?? DateTimeOffset.MaxValue).ThenBy(item => item.WaitingSince),
        QueueOrder.Amount => items.OrderByDescending(item => item.AmountFen ?? 0).ThenBy(item => item.WaitingSince),
        _ => items.OrderBy(item => item.HolderId is not null).ThenBy(Need).ThenBy(item => item.DeadlineKind is null || item.Kind == QueueKind.Person && item.DeadlineKind != "window" ? item.WaitingSince : item.Deadline),
    };

    /// <summary>A window that closes, then whoever waits for words, then reviews.</summary>
    private static int Need(QueueItem item) => item switch
    {
        { DeadlineKind: "window" } => 0,
        { Kind: QueueKind.Person } => 1,
        { Kind: QueueKind.Review } => 2,
        _ => 3,
    };
}
