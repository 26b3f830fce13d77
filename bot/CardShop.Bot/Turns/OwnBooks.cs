using CardShop.Bot.Desk;
using CardShop.Bot.Hosting;
using CardShop.Dialogs.Shop;
using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Turns;

/// <summary>Answers what our own records know better than the shop.</summary>
internal interface IOwnBooks
{
    /// <summary>Whether the query is one for our own records.</summary>
    bool Answers(ShopQuery query);

    /// <summary>The answer, as seen from a conversation.</summary>
    Task<ShopAnswer> AskAsync(ShopQuery query, string conversationId, CancellationToken cancellationToken);
}

/// <inheritdoc />
internal sealed class OwnBooks(IDbContextFactory<BotDbContext> contexts, DeskState desk, OddsBook odds, TimeProvider time, IOptions<CardShopOptions> options) : IOwnBooks
{
    public bool Answers(ShopQuery query) => query is CountChanges or CountWaiting or FindCase or FindCaseOfOrder or ListCases or CountRecovered;

    public async Task<ShopAnswer> AskAsync(ShopQuery query, string conversationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return query switch
        {
            CountChanges changes => new CountAnswer(await CountChangesAsync(context, changes.Key, cancellationToken)),
            CountWaiting => await desk.AskAsync(context, conversationId, cancellationToken),
            FindCase find => await CaseFinder.FindAsync(context, find, cancellationToken) is { } view ? new CaseAnswer(view) : new NotFoundAnswer(),
            FindCaseOfOrder find => await CaseFinder.FindAsync(context, find, conversationId, cancellationToken) is { } view ? new CaseAnswer(view) : new NotFoundAnswer(),
            CountRecovered recovered => await odds.CountAsync(context, recovered, cancellationToken),
            ListCases list => new CasesAnswer(await CaseFinder.ListAsync(context, list, cancellationToken)),
            _ => throw new ArgumentOutOfRangeException(nameof(query), query.GetType().Name, "Not a query for our own books."),
        };
    }

    private Task<int> CountChangesAsync(BotDbContext context, string key, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - options.Value.ChangeWindow;
        return context.Changes.CountAsync(row => row.Key == key && row.At > since, cancellationToken);
    }
}
