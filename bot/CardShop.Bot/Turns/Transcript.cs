using System.Text.Json;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Replies;
using CardShop.Persistence;
using CardShop.Persistence.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Turns;

/// <inheritdoc cref="ITranscript" />
internal sealed class Transcript(IDbContextFactory<BotDbContext> contexts, TranscriptSignals signals) : ITranscript
{
    public async Task<IReadOnlyList<TranscriptEntry>> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Transcript.AsNoTracking()
            .Where(row => row.ConversationId == conversationId && row.Sequence > after)
            .OrderBy(row => row.Sequence)
            .Take(limit)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(ToEntry);
    }

    public async Task<ConversationInfo?> FindAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Conversations
            .Where(row => row.Id == conversationId)
            .Select(row => new ConversationInfo(row.Id, row.Channel, row.CustomerId, row.Reference))
            .SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<TranscriptNews> WaitAsync(string conversationId, long after, CancellationToken cancellationToken)
    {
        // Listen first, look second: what is stored in between is told or seen, never missed.
        using var waiter = signals.Listen(conversationId);
        if (await HasEntriesAsync(conversationId, after, cancellationToken))
        {
            return TranscriptNews.Entries;
        }

        return await waiter.News.WaitAsync(cancellationToken);
    }

    public void SignTyping(string conversationId) => signals.Tell(conversationId, TranscriptNews.Typing);

    public void SignCustomerTyping(string conversationId) => signals.Tell(conversationId, TranscriptNews.CustomerTyping);

    /// <summary>A stored row as the rest of the house sees it.</summary>
    internal static TranscriptEntry ToEntry(TranscriptRow row) =>
        ToEntry(row, row.Message is { } message ? JsonSerializer.Deserialize<Message>(message, DialogsJson.House) : null);

    /// <summary>The same where the message is at hand.</summary>
    internal static TranscriptEntry ToEntry(TranscriptRow row, Message? message) => new()
    {
        ConversationId = row.ConversationId,
        Sequence = row.Sequence,
        Id = row.Id,
        Speaker = row.Speaker,
        At = row.At,
        ReplyTo = row.ReplyTo,
        Message = message,
        Echo = row.Echo,
    };

    private async Task<bool> HasEntriesAsync(string conversationId, long after, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Conversations.AnyAsync(row => row.Id == conversationId && row.LastSequence > after, cancellationToken);
    }
}
