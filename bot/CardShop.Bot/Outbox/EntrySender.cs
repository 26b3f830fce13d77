using System.Globalization;
using CardShop.Bot.Channels;
using CardShop.Bot.Turns;
using CardShop.Persistence.Outbox;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Outbox;

/// <summary>Brings the bot's words to channels that must be written to.</summary>
internal sealed partial class EntrySender(
    ITranscript transcript,
    IEnumerable<IChannelSender> senders,
    OutboxStore store,
    Backoff backoff,
    TimeProvider time,
    IOptions<OutboxOptions> options,
    ILogger<EntrySender> logger) : IOutboxSender
{
    public OutboxKind Kind => OutboxKind.ChannelEntry;

    public async Task SendAsync(OutboxRow row, CancellationToken stopping)
    {
        try
        {
            await DeliverAsync(row, stopping);
            await store.MoveAsync(row, stored => stored.Finish(), CancellationToken.None);
        }
        catch (ChannelRefusedException refused)
        {
            LogPoisoned(refused, row.Id, row.ConversationId);
            await store.MoveAsync(row, stored => stored.Poison(refused.GetType().Name), CancellationToken.None);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            await AfterFailureAsync(row, failure);
        }
    }

    private async Task DeliverAsync(OutboxRow row, CancellationToken stopping)
    {
        var sequence = long.Parse(row.Payload, CultureInfo.InvariantCulture);
        if (await transcript.FindAsync(row.ConversationId, stopping) is { } conversation
            && senders.FirstOrDefault(sender => sender.Serves(conversation)) is { } sender
            && await transcript.ReadAsync(row.ConversationId, sequence - 1, limit: 1, stopping) is [var entry])
        {
            await sender.SendAsync(conversation, entry, stopping);
        }
    }

    private Task AfterFailureAsync(OutboxRow row, Exception failure)
    {
        var now = time.GetUtcNow();
        if (now - row.CreatedAt >= options.Value.EntryLifetime)
        {
            LogPoisoned(failure, row.Id, row.ConversationId);
            return store.MoveAsync(row, stored => stored.Poison(failure.GetType().Name), CancellationToken.None);
        }

        LogFailed(row.Id, row.ConversationId, row.Attempts + 1, failure.GetType().Name);
        return store.MoveAsync(row, stored => stored.Postpone(now + backoff.After(row.Attempts), failure.GetType().Name), CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox row {Row} to {ConversationId} failed at attempt {Attempt}: {Failure}")]
    private partial void LogFailed(long row, string conversationId, int attempt, string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Outbox row {Row} to {ConversationId} can never be delivered; it is kept and stepped over")]
    private partial void LogPoisoned(Exception failure, long row, string conversationId);
}
