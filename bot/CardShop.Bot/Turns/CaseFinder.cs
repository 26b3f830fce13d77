using System.Text.Json;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Persistence;
using CardShop.Persistence.Cases;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Turns;

/// <summary>Finds a case for the customer whose it is, from whichever conversation they ask (rule R5).</summary>
internal static class CaseFinder
{
    /// <summary>Where the case stands; null when there is none, and just so when it is somebody else's.</summary>
    public static async Task<CaseView?> FindAsync(BotDbContext context, FindCase find, CancellationToken cancellationToken)
    {
        var number = find.Number.Trim().ToUpperInvariant();
        var row = await context.Cases.AsNoTracking().SingleOrDefaultAsync(known => known.Number == number, cancellationToken);
        return row?.CustomerId is { } customer && customer == find.CustomerId
            ? await LastToldAsync(context, row, cancellationToken) ?? OfRow(row)
            : null;
    }

    /// <summary>The latest case of an order that somebody else is seeing to, not counting those of the conversation that asks; null when there is none.</summary>
    public static async Task<CaseView?> FindAsync(BotDbContext context, FindCaseOfOrder find, string conversationId, CancellationToken cancellationToken)
    {
        var row = await context.Cases.AsNoTracking()
            .Where(known => known.OrderNo == find.OrderNo && known.ConversationId != conversationId && known.Outcome == null
                && (known.Stage == Stage.Executing || known.Stage == Stage.UnderReview || known.Stage == Stage.Coordinating || known.Stage == Stage.WithHuman))
            .OrderByDescending(known => known.UpdatedAt)
            .FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : await LastToldAsync(context, row, cancellationToken) ?? OfRow(row);
    }

    /// <summary>The customer's latest cases that have found their order, open ones first.</summary>
    public static async Task<IReadOnlyList<CaseView>> ListAsync(BotDbContext context, ListCases list, CancellationToken cancellationToken)
    {
        var rows = await context.Cases.AsNoTracking()
            .Where(row => row.CustomerId == list.CustomerId && row.OrderNo != null)
            .OrderBy(row => row.Outcome != null)
            .ThenByDescending(row => row.UpdatedAt)
            .Take(list.Most)
            .ToListAsync(cancellationToken);
        List<CaseView> views = [];
        foreach (var row in rows)
        {
            views.Add(await LastToldAsync(context, row, cancellationToken) ?? OfRow(row));
        }

        return views;
    }

    /// <summary>The view that went with the last message about it: a conversation may have gone on to another case since.</summary>
    private static async Task<CaseView?> LastToldAsync(BotDbContext context, CaseRow row, CancellationToken cancellationToken)
    {
        var message = await context.Transcript.AsNoTracking()
            .Where(entry => entry.ConversationId == row.ConversationId && entry.Message != null && entry.Message.Contains($"\"number\":\"{row.Number}\""))
            .OrderByDescending(entry => entry.Sequence)
            .Select(entry => entry.Message)
            .FirstOrDefaultAsync(cancellationToken);
        var view = message is null ? null : JsonSerializer.Deserialize<Message>(message, DialogsJson.House)?.Case;
        return view?.Number == row.Number ? view : null;
    }

    private static CaseView OfRow(CaseRow row) => new()
    {
        Number = row.Number,
        Stage = row.Stage,
        State = row.Stage.ToString(),
        Path = row.Path,
        Outcome = row.Outcome,
        Orders = row.OrderNo is { } order ? [new CaseOrderView(order, row.Path, row.Outcome)] : [],
        Rules = [],
    };
}
