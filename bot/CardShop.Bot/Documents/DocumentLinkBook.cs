using CardShop.Bot.Hosting;
using CardShop.Bot.Persistence;
using CardShop.Dialogs.Replies;
using CardShop.Persistence;
using CardShop.Persistence.Cases;
using CardShop.Persistence.Documents;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Documents;

/// <summary>
/// Which browser a link belongs to: the first in which its button is pressed. Who took documents, and that somebody else was turned away, goes on the case's record.
/// </summary>
internal sealed class DocumentLinkBook(IDbContextFactory<BotDbContext> contexts, IStoreDialect dialect, TimeProvider time, WallClock clock)
{
    private const string Taken = "DocumentsTaken";
    private const string TurnedAway = "DocumentsTurnedAway";

    /// <summary>Whether a browser may use the link: it belongs to that one, or to none yet. Looking changes nothing.</summary>
    public async Task<bool> IsOpenToAsync(DocumentTicket ticket, string? browser, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await OwnerAsync(context, ticket, cancellationToken) is not { } owner || owner == browser;
    }

    /// <summary>Takes the link for a browser. Of two that come at once, one gets it; the one that has it gets it again.</summary>
    public async Task<bool> TakeAsync(DocumentTicket ticket, string browser, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var owner = await OwnerAsync(context, ticket, cancellationToken) ?? await MakeOwnerAsync(context, ticket, browser, cancellationToken);
        if (owner != browser)
        {
            await TurnAwayAsync(context, ticket, cancellationToken);
        }

        return owner == browser;
    }

    /// <summary>Forgets links that have expired: their signature no longer opens anything.</summary>
    /// <returns>How many.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DocumentLinks.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }

    private static Task<string?> OwnerAsync(BotDbContext context, DocumentTicket ticket, CancellationToken cancellationToken) =>
        context.DocumentLinks.Where(row => row.Id == ticket.Id).Select(row => row.BrowserHash).SingleOrDefaultAsync(cancellationToken);

    private async Task<string> MakeOwnerAsync(BotDbContext context, DocumentTicket ticket, string browser, CancellationToken cancellationToken)
    {
        context.DocumentLinks.Add(new DocumentLinkRow { Id = ticket.Id, BrowserHash = browser, ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(ticket.Expires) });
        context.CaseEvents.Add(Record(ticket, Taken));
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return browser;
        }
        catch (DbUpdateException conflict) when (dialect.IsPassing(conflict))
        {
            // Pressed in two browsers at once: the first one has made the row.
            context.ChangeTracker.Clear();
            if (await OwnerAsync(context, ticket, cancellationToken) is { } owner)
            {
                return owner;
            }

            throw;
        }
    }

    /// <summary>Once for a link: whoever holds it can press as often as they like.</summary>
    private async Task TurnAwayAsync(BotDbContext context, DocumentTicket ticket, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var isFirst = await context.DocumentLinks.Where(row => row.Id == ticket.Id && !row.HasTurnedAway)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HasTurnedAway, true), cancellationToken) == 1;
        if (isFirst)
        {
            context.CaseEvents.Add(Record(ticket, TurnedAway));
            await context.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private CaseEventRow Record(DocumentTicket ticket, string kind) => new()
    {
        ConversationId = ticket.ConversationId,
        CaseNumber = ticket.CaseNumber,
        At = time.GetUtcNow(),
        Cause = $"link:{ticket.Id}",
        Kind = kind,
        Data = ticket.Kind is CaseDocument.Application ? """{"what":"application"}""" : """{"what":"bundle"}""",
    };
}
