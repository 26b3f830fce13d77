using CardShop.Persistence;

namespace CardShop.Bot.Persistence;

/// <summary>What only the database at hand can tell.</summary>
internal interface IStoreDialect
{
    /// <summary>
    /// Whether a failure passes by itself: another turn was saved in between, the same thing was handed in elsewhere, a fresh key was taken, or the store was
    /// busy or away for a moment. Run again on what is stored by then, the work settles.
    /// </summary>
    bool IsPassing(Exception failure);

    /// <summary>Why the store can't be used as it is configured, in half a sentence without secrets; null when the settings are not to blame.</summary>
    string? WhyUnusable(Exception failure);

    /// <summary>Applies the migrations that are missing, and answers their names, oldest first.</summary>
    Task<IReadOnlyList<string>> BringUpToDateAsync(BotDbContext context, CancellationToken cancellationToken);

    /// <summary>Whether no migration is missing.</summary>
    Task<bool> IsUpToDateAsync(BotDbContext context, CancellationToken cancellationToken);
}
