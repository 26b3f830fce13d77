using CardShop.Dialogs.Shop;

namespace CardShop.Bot.Shop;

/// <summary>Sends commands to the shop, each attempt once: whoever calls decides about repeating.</summary>
internal interface IShopCommands
{
    /// <summary>Sends a command. A shop that stays silent or talks nonsense is <see cref="NotKnown"/>, never an exception.</summary>
    Task<CommandAttempt> SendAsync(ShopCommand command, CancellationToken cancellationToken);

    /// <summary>Asks what became of a command that was sent.</summary>
    Task<CommandAttempt> LookUpAsync(ShopCommand command, CancellationToken cancellationToken);
}

/// <summary>What one attempt came to.</summary>
internal abstract record CommandAttempt;

/// <summary>The shop has spoken.</summary>
internal sealed record Known(CommandResult Result) : CommandAttempt;

/// <summary>The shop never got it: sending it now is safe.</summary>
internal sealed record NeverArrived : CommandAttempt;

/// <summary>Neither failure nor success.</summary>
/// <param name="Reason">For the log, without personal data.</param>
/// <param name="RetryAfter">When the shop asks to wait.</param>
internal sealed record NotKnown(string Reason, TimeSpan? RetryAfter = null) : CommandAttempt;
