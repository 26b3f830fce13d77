using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Turns;

/// <summary>Loads what a turn needs in one question, whose plan is made once for the store that this process has.</summary>
internal sealed class TurnLoader
{
    /// <summary>A conversation with several cases comes in several rows.</summary>
    private readonly Func<BotDbContext, string, string, IAsyncEnumerable<LoadedTurn>> _query =
        EF.CompileAsyncQuery((BotDbContext context, string conversationId, string inboundId) =>
            from conversation in context.Conversations
            where conversation.Id == conversationId
            from seen in context.Inbound.Where(row => row.ConversationId == conversation.Id && row.InboundId == inboundId).DefaultIfEmpty()
            from known in context.Cases.Where(row => row.ConversationId == conversation.Id).DefaultIfEmpty()
            select new LoadedTurn(
                conversation, seen, known, context.Deadlines.Any(row => row.ConversationId == conversation.Id),
                context.DeskSettings.Where(row => row.Name == DeskSettingRow.ShopCommands).Select(row => row.Value).FirstOrDefault()));

    /// <summary>Asks; null when there is no such conversation.</summary>
    public async Task<LoadedTurn?> LoadAsync(BotDbContext context, string conversationId, string inboundId, CancellationToken cancellationToken)
    {
        LoadedTurn? loaded = null;
        await foreach (var row in _query(context, conversationId, inboundId).WithCancellation(cancellationToken))
        {
            loaded ??= row;
        }

        return loaded;
    }
}
