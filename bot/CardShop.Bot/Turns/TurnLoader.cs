using CardShop.Persistence;
using CardShop.Persistence.Cases;
using CardShop.Persistence.Conversations;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Turns;

/// <summary>Loads what a turn needs in one question, whose plan is made once for the store that this process has.</summary>
internal sealed class TurnLoader
{
    /// <summary>A conversation with several cases or deadlines comes in several rows.</summary>
    private readonly Func<BotDbContext, string, string, IAsyncEnumerable<LoadedRow>> _query =
        EF.CompileAsyncQuery((BotDbContext context, string conversationId, string inboundId) =>
            from conversation in context.Conversations
            where conversation.Id == conversationId
            from seen in context.Inbound.Where(row => row.ConversationId == conversation.Id && row.InboundId == inboundId).DefaultIfEmpty()
            from known in context.Cases.Where(row => row.ConversationId == conversation.Id).DefaultIfEmpty()
            from due in context.Deadlines.Where(row => row.ConversationId == conversation.Id).DefaultIfEmpty()
            select new LoadedRow(
                conversation, seen, known, due,
                context.DeskSettings.Where(row => row.Name == DeskSettingRow.ShopCommands).Select(row => row.Value).FirstOrDefault()));

    /// <summary>Asks; null when there is no such conversation.</summary>
    public async Task<LoadedTurn?> LoadAsync(BotDbContext context, string conversationId, string inboundId, CancellationToken cancellationToken)
    {
        LoadedTurn? loaded = null;
        await foreach (var row in _query(context, conversationId, inboundId).WithCancellation(cancellationToken))
        {
            loaded ??= new LoadedTurn(row.Conversation, row.Seen, [], row.Switch);
            if (row.Due is { } due && !loaded.Deadlines.Contains(due))
            {
                loaded.Deadlines.Add(due);
            }
        }

        return loaded;
    }

    /// <param name="Conversation">Tracked, as all rows here.</param>
    /// <param name="Seen">What this very thing came to before.</param>
    /// <param name="Case">One of its cases, so that its book finds it without asking again.</param>
    /// <param name="Due">One of its deadlines.</param>
    /// <param name="Switch">Where an admin has set the switch of the shop's commands.</param>
    private sealed record LoadedRow(ConversationRow Conversation, InboundRow? Seen, CaseRow? Case, DeadlineRow? Due, string? Switch);
}
