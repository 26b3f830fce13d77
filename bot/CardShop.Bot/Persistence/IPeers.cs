using CardShop.Persistence.Outbox;

namespace CardShop.Bot.Persistence;

/// <summary>The other processes on the same store.</summary>
internal interface IPeers
{
    /// <summary>Tells them that the bot is at work in a conversation. Not stored.</summary>
    void SignTyping(string conversationId);
}

/// <summary>Takes in what the other processes tell. Only hints: the store is the truth.</summary>
internal interface IPeerNews
{
    /// <summary>A turn was saved; it added to these lanes of the outbox.</summary>
    void TurnSaved(string conversationId, IEnumerable<OutboxKind> lanes);

    /// <summary>The bot is at work.</summary>
    void TypingSigned(string conversationId);

    /// <summary>News may have been missed: whoever waits looks at the store.</summary>
    Task CatchUpAsync(CancellationToken cancellationToken);
}
