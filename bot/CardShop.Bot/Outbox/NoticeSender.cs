using CardShop.Bot.Shop;
using CardShop.Persistence.Outbox;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Outbox;

/// <summary>Hands notices for customers who have gone to the shop. The key makes sure that the shop gives each once, however often it is handed over.</summary>
internal sealed partial class NoticeSender(
    IShopNotices shop, OutboxStore store, Backoff backoff, TimeProvider time, IOptions<OutboxOptions> options, ILogger<NoticeSender> logger) : IOutboxSender
{
    public OutboxKind Kind => OutboxKind.ShopNotice;

    public async Task SendAsync(OutboxRow row, CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        switch (await shop.NotifyAsync(row.Payload, stopping))
        {
            case CaseNews.Taken:
                await store.MoveAsync(row, stored => stored.Finish(), CancellationToken.None);
                break;
            case CaseNews.Unheard when now - row.CreatedAt < options.Value.EntryLifetime:
                await store.MoveAsync(row, stored => stored.Postpone(now + backoff.After(row.Attempts), "unheard"), CancellationToken.None);
                break;
            case var news:
                LogNotGiven(row.Id, row.ConversationId, news);
                await store.MoveAsync(row, stored => stored.Poison("the shop does not take it"), CancellationToken.None);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A customer was not notified: outbox row {Row} of {ConversationId} is {News}")]
    private partial void LogNotGiven(long row, string conversationId, CaseNews news);
}
