using System.Text.Json;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.Persistence.Cases;
using CardShop.Persistence.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Turns;

/// <summary>Loads a conversation in one question, whose plan is made once for the store that this process has.</summary>
internal sealed class TurnLoader
{
    /// <summary>A conversation with several cases or deadlines comes in several rows.</summary>
    private readonly Func<BotDbContext, string, IAsyncEnumerable<LoadedRow>> _query =
        EF.CompileAsyncQuery((BotDbContext context, string conversationId) =>
            from conversation in context.Conversations.AsNoTracking()
            where conversation.Id == conversationId
            from known in context.Cases.Where(row => row.ConversationId == conversation.Id).DefaultIfEmpty()
            from due in context.Deadlines.Where(row => row.ConversationId == conversation.Id).DefaultIfEmpty()
            select new LoadedRow(conversation, known, due));

    /// <summary>Asks; null when there is no such conversation.</summary>
    public async Task<LoadedConversation?> LoadAsync(BotDbContext context, string conversationId, CancellationToken cancellationToken)
    {
        LoadedConversation? loaded = null;
        await foreach (var row in _query(context, conversationId).WithCancellation(cancellationToken))
        {
            loaded ??= new LoadedConversation(row.Conversation, [], []) { State = StateOf(row.Conversation) };
            if (row.Case is { } known && !loaded.Cases.Exists(other => other.Number == known.Number))
            {
                loaded.Cases.Add(known);
            }

            if (row.Due is { } due && !loaded.Deadlines.Exists(other => other.Kind == due.Kind))
            {
                loaded.Deadlines.Add(due);
            }
        }

        return loaded;
    }

    private static ConversationState StateOf(ConversationRow row) =>
        row.State is { } state ? JsonSerializer.Deserialize<ConversationState>(state, DialogsJson.House)! : ConversationState.New;

    /// <param name="Conversation">The conversation.</param>
    /// <param name="Case">One of its cases.</param>
    /// <param name="Due">One of its deadlines.</param>
    private sealed record LoadedRow(ConversationRow Conversation, CaseRow? Case, DeadlineRow? Due);
}
