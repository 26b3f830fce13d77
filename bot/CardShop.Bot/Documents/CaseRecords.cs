using System.Text.Json;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;
using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Documents;

/// <summary>A case as its conversation has it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Language">The language of the conversation.</param>
internal sealed record CaseRecord(CaseFile Case, Language Language);

/// <summary>Reads cases from the states of their conversations.</summary>
internal sealed class CaseRecords(IDbContextFactory<BotDbContext> contexts)
{
    /// <summary>The case, if it is the one that the conversation has in hand or had last, or waits beside it; null otherwise.</summary>
    public async Task<CaseRecord?> FindAsync(string conversationId, string caseNumber, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var state = await context.Conversations.Where(row => row.Id == conversationId).Select(row => row.State).SingleOrDefaultAsync(cancellationToken);
        return state is not null && JsonSerializer.Deserialize<ConversationState>(state, DialogsJson.House) is { } conversation
            && conversation.Find(caseNumber) is { } file
            ? new CaseRecord(file, conversation.Language is Language.English ? Language.English : Language.Chinese)
            : null;
    }

    /// <summary>Whether the conversation is still there.</summary>
    public async Task<bool> ExistsAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Conversations.AnyAsync(row => row.Id == conversationId, cancellationToken);
    }
}
