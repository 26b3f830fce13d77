using System.Text.Json.Nodes;
using CardShop.Bot.Hosting;
using CardShop.Bot.Turns;
using CardShop.Desk.Services;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Desk;

/// <summary>Puts together all that the desk shows of a case.</summary>
internal sealed class Dossiers(
    IDbContextFactory<BotDbContext> contexts,
    QueueLines lines,
    EvidenceShelf shelf,
    DecisionOffers offers,
    CustomerPresence presence,
    CommandSwitch commands,
    PolicySettings settings,
    TimeProvider time,
    IOptions<CardShopOptions> options)
{
    private const int MostOthers = 20;

    /// <summary>A case that its conversation still has.</summary>
    public async Task<CaseDossier> OfAsync(DeskCaseRow row, CaseFile file, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return new CaseDossier
        {
            Item = await ItemAsync(context, row, cancellationToken),
            Stage = DeskAdvice.StageOf(file),
            CustomerId = row.CustomerId,
            IsCustomerHere = presence.IsHere(row.ConversationId),
            Facts = KnownFacts.Of(file),
            Order = file.Order is { } order ? KnownFacts.Panel(order, settings, time.GetUtcNow()) : null,
            Advice = file.Decision,
            Remedy = file.Remedy,
            Filing = file.Filing,
            Statement = file.Statement,
            Evidence = await shelf.OfAsync(file, row.ConversationId, cancellationToken),
            Missing = DeskAdvice.Missing(file, row.CustomerId is not null),
            Timeline = await TimelineAsync(context, row.CaseNumber, cancellationToken),
            Risk = await RiskAsync(context, row.CustomerId ?? file.Order?.OrderNo, cancellationToken),
            OtherCases = await OthersAsync(context, row, cancellationToken),
            Options = offers.Of(file, row.CustomerId is not null, await commands.ReadAsync(cancellationToken) == CommandMode.Live),
        };
    }

    /// <summary>A case that its conversation has left behind: the record tells what became of it. Null when there is none.</summary>
    public async Task<CaseDossier?> OfPastAsync(DeskCaseRow row, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Cases.AsNoTracking().SingleOrDefaultAsync(past => past.Number == row.CaseNumber, cancellationToken) is not { } record)
        {
            return null;
        }

        return new CaseDossier
        {
            Item = await ItemAsync(context, row, cancellationToken),
            Stage = record.Stage,
            CustomerId = row.CustomerId,
            IsCustomerHere = presence.IsHere(row.ConversationId),
            Facts = KnownFacts.OfPast(record, row.AmountFen),
            Evidence = [],
            Missing = [],
            Timeline = await TimelineAsync(context, row.CaseNumber, cancellationToken),
            Risk = await RiskAsync(context, row.CustomerId ?? record.OrderNo, cancellationToken),
            OtherCases = await OthersAsync(context, row, cancellationToken),
            Options = new DecisionOptions(),
            IsPast = true,
        };
    }

    /// <summary>Its line in the queue, also of a case that nobody has called the desk for.</summary>
    private async Task<QueueItem> ItemAsync(BotDbContext context, DeskCaseRow row, CancellationToken cancellationToken)
    {
        var item = await lines.ItemAsync(row, cancellationToken);
        return row.UpdatedAt == default && await context.Cases.AsNoTracking().SingleOrDefaultAsync(record => record.Number == row.CaseNumber, cancellationToken) is { } record
            ? QueueItems.Of(record) with { Viewers = item.Viewers }
            : item;
    }

    private async Task<RiskCount> RiskAsync(BotDbContext context, string? key, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - options.Value.ChangeWindow;
        return new RiskCount(await context.Changes.CountAsync(change => change.Key == key && change.At > since, cancellationToken), settings.MaxChanges);
    }

    private static async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(BotDbContext context, string caseNumber, CancellationToken cancellationToken)
    {
        var rows = await context.CaseEvents.AsNoTracking().Where(row => row.CaseNumber == caseNumber).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new TimelineEntry(row.At, row.Kind, (JsonNode.Parse(row.Data) as JsonObject)?["name"]?.ToString(), row.Data));
    }

    /// <summary>Those of the same customer, and of a guest those of the same conversation.</summary>
    private static Task<List<OtherCase>> OthersAsync(BotDbContext context, DeskCaseRow row, CancellationToken cancellationToken) => context.Cases.AsNoTracking()
        .Where(other => other.Number != row.CaseNumber && (other.ConversationId == row.ConversationId || (row.CustomerId != null && other.CustomerId == row.CustomerId)))
        .OrderByDescending(other => other.OpenedAt)
        .Take(MostOthers)
        .Select(other => new OtherCase(other.Number, other.OpenedAt, other.Stage, other.Path, other.Outcome))
        .ToListAsync(cancellationToken);
}
