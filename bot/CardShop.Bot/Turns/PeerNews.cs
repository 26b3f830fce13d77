using CardShop.Bot.Desk;
using CardShop.Bot.Outbox;
using CardShop.Bot.Persistence;
using CardShop.Persistence.Outbox;

namespace CardShop.Bot.Turns;

/// <summary>Wakes here whoever waits for what another process has done.</summary>
internal sealed class PeerNews(TranscriptSignals signals, DeskSignals desk, OutboxSignal outbox, OutboxStore store, TimeProvider time) : IPeerNews
{
    public void TurnSaved(string conversationId, IEnumerable<OutboxKind> lanes)
    {
        signals.Tell(conversationId, TranscriptNews.Entries);
        desk.Tell(conversationId);
        foreach (var kind in lanes)
        {
            outbox.Wake(new Lane(conversationId, kind));
        }
    }

    public void TypingSigned(string conversationId) => signals.Tell(conversationId, TranscriptNews.Typing);

    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        signals.TellAll();
        desk.TellAll();
        foreach (var lane in await store.DueLanesAsync(time.GetUtcNow(), cancellationToken))
        {
            outbox.Wake(lane);
        }
    }
}
