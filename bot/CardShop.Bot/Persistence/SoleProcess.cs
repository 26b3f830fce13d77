using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Persistence;

/// <summary>A store that one process has to itself: turns are apart already, each save is its own transaction, and there is nobody to tell.</summary>
internal sealed class SoleProcess : ITurnTransactions, IClaims, IClaim, IPeers, IDisposable
{
    private readonly SemaphoreSlim _writer = new(1);

    public async Task<ITurnTransaction> BeginAsync(BotDbContext context, string conversationId, CancellationToken cancellationToken)
    {
        // Each opening costs EF Core some twenty functions to register: one for the whole turn.
        await context.Database.OpenConnectionAsync(cancellationToken);
        return new OpenTurn(context, _writer);
    }

    public Task<IClaim?> TryTakeAsync(string name, CancellationToken cancellationToken) => Task.FromResult<IClaim?>(this);

    public Task<IClaim> TakeAsync(string name, CancellationToken cancellationToken) => Task.FromResult<IClaim>(this);

    public Task ConfirmAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SignTypingAsync(string conversationId, CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Dispose() => _writer.Dispose();

    private sealed class OpenTurn(BotDbContext context, SemaphoreSlim writer) : ITurnTransaction, IDisposable
    {
        public async ValueTask<IDisposable?> WaitToWriteAsync(CancellationToken cancellationToken)
        {
            await writer.WaitAsync(cancellationToken);
            return this;
        }

        /// <summary>The turn has written: the next one may.</summary>
        public void Dispose() => writer.Release();

        public Task CommitAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public async ValueTask DisposeAsync() => await context.Database.CloseConnectionAsync();
    }
}
