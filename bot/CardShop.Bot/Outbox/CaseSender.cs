using CardShop.Bot.Shop;
using CardShop.Persistence.Outbox;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Outbox;

/// <summary>Tells the shop where cases stand, so that its own people know. Nothing waits for it.</summary>
internal sealed partial class CaseSender(
    IShopCases shop, OutboxStore store, Backoff backoff, TimeProvider time, IOptions<OutboxOptions> options, ILogger<CaseSender> logger) : IOutboxSender
{
    public OutboxKind Kind => OutboxKind.ShopCase;

    public async Task SendAsync(OutboxRow row, CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        switch (await shop.TellAsync(row.Payload, stopping))
        {
            case CaseNews.Taken:
                await store.MoveAsync(row, stored => stored.Finish(), CancellationToken.None);
                break;
            case CaseNews.Unheard when now - row.CreatedAt < options.Value.EntryLifetime:
                await store.MoveAsync(row, stored => stored.Postpone(now + backoff.After(row.Attempts), "unheard"), CancellationToken.None);
                break;
            case var news:
                LogUntold(row.Id, row.ConversationId, news);
                await store.MoveAsync(row, stored => stored.Poison("the shop does not take it"), CancellationToken.None);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The shop was not told of a case: outbox row {Row} of {ConversationId} is {News}")]
    private partial void LogUntold(long row, string conversationId, CaseNews news);
}
