using CardShop.Bot.Channels;
using CardShop.Bot.Desk.Handoff;
using CardShop.Bot.Turns;
using CardShop.Persistence.Outbox;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Outbox;

/// <summary>Offers cases to another desk. A desk that can't be reached in time is left alone: the case is in our queue all the while.</summary>
internal sealed partial class HandoffSender(
    ITranscript transcript,
    IOutsideDesk desk,
    IEnumerable<IChannelSender> senders,
    OutboxStore store,
    Backoff backoff,
    TimeProvider time,
    IOptions<HandoffOptions> options,
    ILogger<HandoffSender> logger) : IOutboxSender
{
    public OutboxKind Kind => OutboxKind.Handoff;

    public async Task SendAsync(OutboxRow row, CancellationToken stopping)
    {
        try
        {
            await OfferAsync(row, stopping);
            await store.MoveAsync(row, stored => stored.Finish(), CancellationToken.None);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            var now = time.GetUtcNow();
            var isOver = failure is ChannelRefusedException || now - row.CreatedAt >= options.Value.Within;
            LogNotOffered(row.Id, row.ConversationId, failure.GetType().Name, isOver);
            await store.MoveAsync(
                row, isOver ? stored => stored.Poison(failure.GetType().Name) : stored => stored.Postpone(now + backoff.After(row.Attempts), failure.GetType().Name), CancellationToken.None);
        }
    }

    private async Task OfferAsync(OutboxRow row, CancellationToken stopping)
    {
        if (await transcript.FindAsync(row.ConversationId, stopping) is { } conversation
            && senders.FirstOrDefault(sender => sender.TakesHandoffs(conversation)) is { } sender
            && await desk.OfferAsync(row.ConversationId, row.Payload, stopping) is { } offer)
        {
            await sender.HandOffAsync(conversation, offer, stopping);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox row {Row}: the case of {ConversationId} could not be offered to another desk ({Failure}); given up: {IsOver}. It waits in the queue")]
    private partial void LogNotOffered(long row, string conversationId, string failure, bool isOver);
}
