using System.Text.Json.Nodes;
using CardShop.Bot.Documents;
using CardShop.Bot.Evidence;
using CardShop.Bot.Evidence.Serving;
using CardShop.Bot.Hosting;
using CardShop.Bot.Shop;
using CardShop.Bot.Turns;
using CardShop.Desk.Services;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Desk;

/// <inheritdoc cref="IDeskCase" />
internal sealed class DeskCase(
    IDbContextFactory<BotDbContext> contexts,
    DeskCases cases,
    QueueLines lines,
    DeskTurns turns,
    CustomerPresence presence,
    IShopReader shop,
    IEvidenceBook evidence,
    EvidenceTickets tickets,
    IServiceProvider services,
    CommandSwitch commands,
    PolicySettings settings,
    TimeProvider time,
    IOptions<CardShopOptions> options) : IDeskCase
{
    public async Task<CaseDossier?> ReadAsync(AgentIdentity agent, string caseNumber, bool refresh, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent)
            || await cases.FindAnyAsync(caseNumber, cancellationToken) is not { } row
            || await cases.StateAsync(row, cancellationToken) is not { Case: { } file })
        {
            return null;
        }

        if (refresh && file.Order is { } known && await shop.AskAsync(new ReadOrder(known.OrderNo), cancellationToken) is OrderAnswer read)
        {
            file = file with { Facts = read.Facts };
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return new CaseDossier
        {
            Item = await lines.ItemAsync(row, cancellationToken),
            Stage = DeskAdvice.StageOf(file),
            State = file.State,
            CustomerId = row.CustomerId,
            IsCustomerHere = presence.IsHere(row.ConversationId),
            Facts = KnownFacts.Of(file),
            Order = file.Order is { } order ? KnownFacts.Panel(order, settings) : null,
            Advice = file.Decision,
            Remedy = file.Remedy,
            Filing = file.Filing,
            Statement = file.Statement,
            Evidence = [.. file.Evidence.Select(piece => new EvidenceItem(piece.Piece.Id, piece.Link, piece.Piece.Media, IsIdentity(piece), piece.Piece.SeenElsewhere, piece.Piece.ReceivedAt))],
            Missing = DeskAdvice.Missing(file, row.CustomerId is not null),
            Timeline = await TimelineAsync(context, caseNumber, cancellationToken),
            Risk = await RiskAsync(context, row, file, cancellationToken),
            OtherCases = await OthersAsync(context, row, cancellationToken),
            Options = OptionsOf(file, row.CustomerId is not null, await commands.ReadAsync(cancellationToken) == CommandMode.Live),
        };
    }

    public async Task<EvidenceAddress> ShowEvidenceAsync(AgentIdentity agent, string caseNumber, string pieceId, bool thumbnail, string? reason, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent))
        {
            return new EvidenceAddress(DeskResult.NotAllowed, null);
        }

        if (await cases.FindAnyAsync(caseNumber, cancellationToken) is not { } row
            || await evidence.FindKeptAsync(pieceId, cancellationToken) is not { } piece
            || piece.ConversationId != row.ConversationId)
        {
            return new EvidenceAddress(DeskResult.Gone, null);
        }

        var known = (await cases.StateAsync(row, cancellationToken))?.Case?.Evidence.FirstOrDefault(of => of.Piece.Id == pieceId);
        var isIdentity = piece.Purpose == EvidencePurpose.Identity || (known is not null && IsIdentity(known));
        if (isIdentity && string.IsNullOrWhiteSpace(reason))
        {
            return new EvidenceAddress(new DeskResult(DeskOutcome.NeedsReason), null);
        }

        if (!thumbnail || isIdentity)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            context.DeskAudit.Add(turns.Line(agent, isIdentity ? "uncovered_identity" : "saw_evidence", caseNumber, new AuditData { Piece = pieceId, Reason = reason?.Trim() }.Json));
            await context.SaveChangesAsync(cancellationToken);
        }

        return new EvidenceAddress(DeskResult.Done, new Uri($"{EvidenceFiles.Root}/{(isIdentity ? tickets.ForUncovering(pieceId) : tickets.ForFile(pieceId))}{(thumbnail ? "?small" : "")}", UriKind.Relative));
    }

    public async Task<Uri?> DocumentAsync(AgentIdentity agent, string caseNumber, CaseDocument document, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent) || await cases.FindAnyAsync(caseNumber, cancellationToken) is not { } row || await cases.StateAsync(row, cancellationToken) is null)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.DeskAudit.Add(turns.Line(agent, "took_document", caseNumber, new AuditData { What = document.ToString() }.Json));
        await context.SaveChangesAsync(cancellationToken);
        var link = services.GetRequiredService<DocumentTickets>().WriteForDesk(row.ConversationId, caseNumber, document);
        return new Uri($"{DocumentLinks.DeskRoot}/{link}", UriKind.Relative);
    }

    private DecisionOptions OptionsOf(CaseFile file, bool isSignedIn, bool isLive)
    {
        if (file.State == CaseState.Closed)
        {
            return new DecisionOptions();
        }

        var isOpen = file is { Pending: null, Approved: false, ApprovedRemedy: null };
        var reviewed = DeskAdvice.StageOf(file) is Stage.WithHuman or Stage.UnderReview or Stage.Evidence or Stage.Filing or Stage.Coordinating;
        return new DecisionOptions
        {
            Approvals = isOpen
                ? [.. Enum.GetValues<Dialogs.Understanding.Remedy>().Where(remedy => DeskAdvice.IsPossible(file, remedy)).Select(remedy => new ApprovalOption(
                    remedy, DeskAdvice.IsAgainst(file, remedy, isSignedIn, time.GetUtcNow(), settings), DeskAdvice.TakesTwo(file, settings), DeskAdvice.IsCovered(file, remedy)))]
                : [],
            CanRefuse = isOpen && reviewed,
            CanAskForPiece = isOpen && reviewed,
            CanCoordinate = isOpen && isLive && file is { Decision.Step: PathStep.Coordinate, State: not CaseState.AwaitingRecipient },
            Closings = DeskAdvice.Closings(file, isLive),
            First = file.FirstApproval is { } first ? new CardShop.Desk.Services.FirstApproval(first.Remedy, first.Name, first.PersonId, null, first.At) : null,
        };
    }

    private async Task<RiskCount> RiskAsync(BotDbContext context, DeskCaseRow row, CaseFile file, CancellationToken cancellationToken)
    {
        var (key, since) = (row.CustomerId ?? file.Order?.OrderNo ?? "", time.GetUtcNow() - options.Value.ChangeWindow);
        return new RiskCount(await context.Changes.CountAsync(change => change.Key == key && change.At > since, cancellationToken), settings.MaxChanges);
    }

    private static async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(BotDbContext context, string caseNumber, CancellationToken cancellationToken)
    {
        var rows = await context.CaseEvents.AsNoTracking().Where(row => row.CaseNumber == caseNumber).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new TimelineEntry(row.At, row.Kind, (JsonNode.Parse(row.Data) as JsonObject)?["name"]?.ToString(), row.Data));
    }

    private static async Task<IReadOnlyList<OtherCase>> OthersAsync(BotDbContext context, DeskCaseRow row, CancellationToken cancellationToken) => row.CustomerId is null
        ? []
        : await context.Cases.AsNoTracking()
            .Where(other => other.CustomerId == row.CustomerId && other.Number != row.CaseNumber)
            .OrderByDescending(other => other.OpenedAt)
            .Take(20)
            .Select(other => new OtherCase(other.Number, other.OpenedAt, other.Path, other.Outcome))
            .ToListAsync(cancellationToken);

    private static bool IsIdentity(CaseEvidence piece) => piece.Link == EvidenceLink.Identity || piece.Piece.Purpose == EvidencePurpose.Identity;
}
