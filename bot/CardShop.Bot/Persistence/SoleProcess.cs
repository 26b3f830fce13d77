using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Persistence;

/// <summary>A store that one process has to itself: turns are apart already, each save is its own transaction, and there is nobody to tell.</summary>
internal sealed class SoleProcess : ITurnTransactions, IClaims, IClaim, IPeers
{
    public async Task<ITurnTransaction> BeginAsync(BotDbContext context, string conversationId, CancellationToken cancellationToken)
    {
        // Each opening costs EF Core some twenty functions to register: one for the whole turn.
        await context.Database.OpenConnectionAsync(cancellationToken);
        return new OpenTurn(context);
    }

    public Task<IClaim?> TryTakeAsync(string name, CancellationToken cancellationToken) => Task.FromResult<IClaim?>(this);

    public Task<IClaim> TakeAsync(string name, CancellationToken cancellationToken) => Task.FromResult<IClaim>(this);

    public Task ConfirmAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SignTypingAsync(string conversationId, CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class OpenTurn(BotDbContext context) : ITurnTransaction
    {
        public Task CommitAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public async ValueTask DisposeAsync() => await context.Database.CloseConnectionAsync();
    }
}
