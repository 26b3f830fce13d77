using CardShop.Bot.Documents;
using CardShop.Bot.Evidence;
using CardShop.Bot.Evidence.Serving;
using CardShop.Bot.Shop;
using CardShop.Desk.Services;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Desk;

/// <inheritdoc cref="IDeskCase" />
internal sealed class DeskCase(
    IDbContextFactory<BotDbContext> contexts,
    DeskCases cases,
    Dossiers dossiers,
    DeskTurns turns,
    IShopReader shop,
    IEvidenceBook evidence,
    EvidenceTickets tickets,
    IServiceProvider services) : IDeskCase
{
    public async Task<CaseDossier?> ReadAsync(AgentIdentity agent, string caseNumber, bool refresh, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent) || await cases.FindAnyAsync(caseNumber, cancellationToken) is not { } row)
        {
            return null;
        }

        if (await cases.FileAsync(row, cancellationToken) is not { } file)
        {
            return await cases.HasConversationAsync(row, cancellationToken) ? await dossiers.OfPastAsync(row, cancellationToken) : null;
        }

        if (refresh && file.Order is { } known && await shop.AskAsync(new ReadOrder(known.OrderNo), cancellationToken) is OrderAnswer read)
        {
            file = file with { Facts = read.Facts };
        }

        return await dossiers.OfAsync(row, file, cancellationToken);
    }

    public async Task<EvidenceAddress> ShowEvidenceAsync(AgentIdentity agent, string caseNumber, string pieceId, string? reason, CancellationToken cancellationToken)
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

        var isIdentity = piece.Purpose == EvidencePurpose.Identity
            || await cases.FileAsync(row, cancellationToken) is { } file && file.Evidence.Any(known => known.Piece.Id == pieceId && EvidenceShelf.IsIdentity(known));
        if (isIdentity && string.IsNullOrWhiteSpace(reason))
        {
            return new EvidenceAddress(new DeskResult(DeskOutcome.NeedsReason), null);
        }

        await RecordAsync(agent, isIdentity ? "uncovered_identity" : "saw_evidence", caseNumber, new AuditData { Piece = pieceId, Reason = reason?.Trim() }, cancellationToken);
        return new EvidenceAddress(DeskResult.Done, new Uri($"{EvidenceFiles.Root}/{(isIdentity ? tickets.ForUncovering(pieceId) : tickets.ForFile(pieceId))}", UriKind.Relative), piece.Media);
    }

    public async Task<Uri?> DocumentAsync(AgentIdentity agent, string caseNumber, CaseDocument document, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent) || await cases.FindAnyAsync(caseNumber, cancellationToken) is not { } row || await cases.FileAsync(row, cancellationToken) is null)
        {
            return null;
        }

        await RecordAsync(agent, "took_document", caseNumber, new AuditData { What = document.ToString() }, cancellationToken);
        var link = services.GetRequiredService<DocumentTickets>().WriteForDesk(row.ConversationId, caseNumber, document);
        return new Uri($"{DocumentLinks.DeskRoot}/{link}", UriKind.Relative);
    }

    private async Task RecordAsync(AgentIdentity agent, string action, string caseNumber, AuditData data, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.DeskAudit.Add(turns.Line(agent, action, caseNumber, data.Json));
        await context.SaveChangesAsync(cancellationToken);
    }
}
