using CardShop.Bot.Persistence.Rows;
using CardShop.Persistence;

namespace CardShop.Bot.Persistence;

/// <summary>Changes other rows in the very transaction of a turn: the result of a command and the row that asked for it are one.</summary>
internal delegate ValueTask TurnCompanion(BotDbContext context, CancellationToken cancellationToken);

/// <summary>Keeps the turns of a conversation apart in the store. Within one process they already are.</summary>
internal interface ITurnTransactions
{
    /// <summary>Begins a turn: waits until no other process runs one of the same conversation, and looks where the conversation stands.</summary>
    Task<ITurnTransaction> BeginAsync(string conversationId, string inboundId, CancellationToken cancellationToken);
}

/// <summary>One turn in the store. Disposed without having been saved, nothing of it is kept.</summary>
internal interface ITurnTransaction : IAsyncDisposable
{
    /// <summary>How the store has the conversation as the turn begins.</summary>
    TurnHead Head { get; }

    /// <summary>EF Core, in this turn's own transaction: for what few turns read or change.</summary>
    ValueTask<BotDbContext> ContextAsync(CancellationToken cancellationToken);

    /// <summary>Keeps the rows, and what the context has to save, and tells the other processes. Ends once all of it is on disk, perhaps together with other turns.</summary>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateException">The rows are not as the turn has found them, or are there already. Nothing was kept.</exception>
    Task SaveAsync(TurnRows rows, TurnCompanion? companion, CancellationToken cancellationToken);
}
