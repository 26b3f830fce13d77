using CardShop.Persistence;

namespace CardShop.Bot.Persistence;

/// <summary>Keeps the turns of a conversation apart in the store. Within one process they already are.</summary>
internal interface ITurnTransactions
{
    /// <summary>Begins a turn on a context that nothing has been read with: waits until no other process runs one of the same conversation.</summary>
    Task<ITurnTransaction> BeginAsync(BotDbContext context, string conversationId, CancellationToken cancellationToken);
}

/// <summary>One turn in the store. Disposed without <see cref="CommitAsync"/>, nothing of it is kept.</summary>
internal interface ITurnTransaction : IAsyncDisposable
{
    /// <summary>
    /// Waits until the turn may write, where a store takes one writer at a time: SQLite itself lets those who wait sleep and knock again, in no order. Disposed without
    /// <see cref="CommitAsync"/>, nothing that was written is kept, and the next one is let in.
    /// </summary>
    ValueTask<IDisposable?> WaitToWriteAsync(CancellationToken cancellationToken);

    /// <summary>Keeps what the context has saved, and tells the other processes. Ends once it is on disk, perhaps together with others.</summary>
    Task CommitAsync(CancellationToken cancellationToken);
}
