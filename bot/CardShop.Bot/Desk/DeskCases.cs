using System.Text.Json;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Desk;

/// <summary>Finds the cases that the desk deals with.</summary>
internal sealed class DeskCases(IDbContextFactory<BotDbContext> contexts)
{
    /// <summary>The desk's row of a case; null when the desk does not know of it.</summary>
    public async Task<DeskCaseRow?> FindAsync(string caseNumber, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DeskCases.AsNoTracking().SingleOrDefaultAsync(row => row.CaseNumber == caseNumber, cancellationToken);
    }

    /// <summary>The row, also of a case that nobody has called the desk for: it can be taken over as well.</summary>
    public async Task<DeskCaseRow?> FindAnyAsync(string caseNumber, CancellationToken cancellationToken)
    {
        if (await FindAsync(caseNumber, cancellationToken) is { } known)
        {
            return known;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Number == caseNumber, cancellationToken) is { } row
            ? new DeskCaseRow { CaseNumber = row.Number, ConversationId = row.ConversationId, CustomerId = row.CustomerId, Channel = row.ConversationId.Split(':')[0], CreatedAt = row.OpenedAt }
            : null;
    }

    /// <summary>The case as its conversation has it, in hand or parked; null when the conversation is gone, or has left the case behind.</summary>
    public async Task<CaseFile?> FileAsync(DeskCaseRow row, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var json = await context.Conversations.Where(conversation => conversation.Id == row.ConversationId).Select(conversation => conversation.State).SingleOrDefaultAsync(cancellationToken);
        return json is null ? null : JsonSerializer.Deserialize<ConversationState>(json, DialogsJson.House)?.Find(row.CaseNumber);
    }

    /// <summary>Whether the conversation is still there.</summary>
    public async Task<bool> HasConversationAsync(DeskCaseRow row, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Conversations.AnyAsync(conversation => conversation.Id == row.ConversationId, cancellationToken);
    }

    /// <summary>How many cases somebody holds.</summary>
    public async Task<int> HoldsAsync(string agentId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DeskCases.CountAsync(row => row.HolderId == agentId, cancellationToken);
    }
}
