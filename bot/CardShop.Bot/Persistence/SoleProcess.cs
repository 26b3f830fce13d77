using CardShop.Persistence;

namespace CardShop.Bot.Persistence;

/// <summary>A store that one process has to itself: turns are apart already, each save is its own transaction, and there is nobody to tell.</summary>
internal sealed class SoleProcess : ITurnTransactions, ITurnTransaction, IClaims, IClaim, IPeers
{
    public Task<ITurnTransaction> BeginAsync(BotDbContext context, string conversationId, CancellationToken cancellationToken) =>
        Task.FromResult<ITurnTransaction>(this);

    public Task CommitAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IClaim?> TryTakeAsync(string name, CancellationToken cancellationToken) => Task.FromResult<IClaim?>(this);

    public Task<IClaim> TakeAsync(string name, CancellationToken cancellationToken) => Task.FromResult<IClaim>(this);

    public Task ConfirmAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SignTypingAsync(string conversationId, CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
