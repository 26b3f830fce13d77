using System.Collections.Concurrent;
using CardShop.Bot.Desk.Handoff;

namespace CardShop.Channels.Tests.Fakes;

/// <summary>What the channels see of handoffs to another desk.</summary>
internal sealed class InMemoryDesk : IOutsideDesk
{
    /// <summary>What another desk is offered; null for nothing.</summary>
    public HandoffOffer? Offer { get; set; }

    /// <summary>What becomes of news.</summary>
    public HandoffTaken Taken { get; set; }

    /// <summary>The news that came in.</summary>
    public ConcurrentQueue<HandoffNews> News { get; } = [];

    public Task<HandoffOffer?> OfferAsync(string conversationId, string caseNumber, CancellationToken cancellationToken) => Task.FromResult(Offer);

    public Task<HandoffTaken> TakeAsync(HandoffNews news)
    {
        News.Enqueue(news);
        return Task.FromResult(Taken);
    }
}
