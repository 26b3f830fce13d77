using CardShop.Bot.Desk;
using CardShop.Bot.Shop;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;

namespace CardShop.Bot.Outbox;

/// <summary>
/// One attempt at a command, as far as it can be taken at once. The same key always means the same command, so that sending it again after a silence is
/// safe; looking it up first tells the shop's loss of a request from the loss of its answer.
/// </summary>
internal sealed class CommandDelivery(IShopCommands shop, CommandSwitch commands)
{
    /// <summary>Tries it: the first time, or once more after it had stayed unknown.</summary>
    public async Task<CommandAttempt> TryAsync(ShopCommand command, bool again, CancellationToken cancellationToken) => (command.IsBestEffort, again) switch
    {
        _ when await commands.ReadAsync(cancellationToken) != CommandMode.Live => await AskOnlyAsync(command, cancellationToken),
        (true, _) => await shop.SendAsync(command, cancellationToken),
        (_, true) => await AskThenSendAsync(command, cancellationToken),
        _ => await SendThenAskAsync(command, cancellationToken),
    };

    private async Task<CommandAttempt> SendThenAskAsync(ShopCommand command, CancellationToken cancellationToken) =>
        await shop.SendAsync(command, cancellationToken) switch
        {
            NotKnown { RetryAfter: null } => await AskThenSendAsync(command, cancellationToken),
            var attempt => attempt,
        };

    private async Task<CommandAttempt> AskThenSendAsync(ShopCommand command, CancellationToken cancellationToken) =>
        await shop.LookUpAsync(command, cancellationToken) switch
        {
            NeverArrived => await shop.SendAsync(command, cancellationToken),
            var attempt => attempt,
        };

    /// <summary>Commands were switched off after this one was decided: nothing new goes out, but what went out is still followed.</summary>
    private async Task<CommandAttempt> AskOnlyAsync(ShopCommand command, CancellationToken cancellationToken) =>
        await shop.LookUpAsync(command, cancellationToken) switch
        {
            NeverArrived => new NotKnown("withheld by Shop:Commands"),
            var attempt => attempt,
        };
}
