namespace CardShop.Bot.Persistence.Sqlite;

/// <summary>A store that one process has to itself: turns are apart already, and there is nobody to tell.</summary>
internal sealed class SoleProcess : IClaims, IClaim, IPeers
{
    public Task<IClaim?> TryTakeAsync(string name, CancellationToken cancellationToken) => Task.FromResult<IClaim?>(this);

    public Task<IClaim> TakeAsync(string name, CancellationToken cancellationToken) => Task.FromResult<IClaim>(this);

    public Task ConfirmAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void SignTyping(string conversationId)
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
