using CardShop.Bot.Turns;
using CardShop.Dialogs.Turns;
using CardShop.Persistence.Outbox;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Outbox;

/// <summary>Tells news in another conversation of the same customer, by a turn of its own there: the news' key is its inbound id, so that it is told once.</summary>
internal sealed partial class NewsSender(
    TurnExecutor turns, OutboxStore store, Backoff backoff, TimeProvider time, IOptions<OutboxOptions> options, ILogger<NewsSender> logger) : IOutboxSender
{
    public OutboxKind Kind => OutboxKind.NewsElsewhere;

    public async Task SendAsync(OutboxRow row, CancellationToken stopping)
    {
        var news = NewsElsewhere.Read(row.Payload);
        try
        {
            var inboundId = InboundIds.OfNews(news.Key);
            await turns.RunAsync(inboundId, new InboundTurn(news.ConversationId, inboundId, new NewsTold(news.CaseNumber, news.Text), Echo: null), companion: null, stopping);
            await store.MoveAsync(row, stored => stored.Finish(), CancellationToken.None);
        }
        catch (ConversationNotFoundException)
        {
            // The shop's notice, or the case's own conversation, still has it.
            await store.MoveAsync(row, stored => stored.Poison("the conversation is gone"), CancellationToken.None);
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            var now = time.GetUtcNow();
            var isOver = now - row.CreatedAt >= options.Value.EntryLifetime;
            LogNotTold(failure, row.Id, news.ConversationId, isOver);
            await store.MoveAsync(
                row, isOver ? stored => stored.Poison(failure.GetType().Name) : stored => stored.Postpone(now + backoff.After(row.Attempts), failure.GetType().Name), CancellationToken.None);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox row {Row}: news could not be told in {ConversationId}; given up: {IsOver}")]
    private partial void LogNotTold(Exception failure, long row, string conversationId, bool isOver);
}
