using CardShop.Persistence;
using CardShop.Persistence.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Turns;

/// <summary>When a customer wrote last, and where.</summary>
internal static class LastWords
{
    /// <summary>When the customer of a conversation wrote there last; null when they never did.</summary>
    public static Task<DateTimeOffset?> InAsync(BotDbContext context, string conversationId, CancellationToken cancellationToken) => context.Transcript.AsNoTracking()
        .Where(entry => entry.ConversationId == conversationId && entry.Speaker == Speaker.Customer)
        .OrderByDescending(entry => entry.Sequence)
        .Select(entry => (DateTimeOffset?)entry.At)
        .FirstOrDefaultAsync(cancellationToken);

    /// <summary>The other conversation in which a customer wrote last, and when; null when there is none.</summary>
    public static async Task<(string ConversationId, DateTimeOffset At)?> ElsewhereAsync(BotDbContext context, ConversationRow here, CancellationToken cancellationToken)
    {
        var last = await context.Transcript.AsNoTracking()
            .Where(entry => entry.Speaker == Speaker.Customer && context.Conversations.Any(other => other.Id == entry.ConversationId && other.CustomerId == here.CustomerId && other.Id != here.Id))
            .OrderByDescending(entry => entry.At)
            .Select(entry => new { entry.ConversationId, entry.At })
            .FirstOrDefaultAsync(cancellationToken);
        return last is null ? null : (last.ConversationId, last.At);
    }
}
