using CardShop.Dialogs.Shop;
using CardShop.ShopContract;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Shop;

/// <inheritdoc />
internal sealed class ShopCommands(ShopClient client, IOptions<ShopOptions> options) : IShopCommands
{
    private readonly ShopCall _command = new(IsRead: false, options.Value.CommandTimeout);
    private readonly ShopCall _bestEffort = new(IsRead: false, options.Value.BestEffortTimeout);
    private readonly ShopCall _lookUp = new(IsRead: true, options.Value.ReadTimeout);

    public async Task<CommandAttempt> SendAsync(ShopCommand command, CancellationToken cancellationToken)
    {
        var reply = await PostAsync(command, cancellationToken);
        return Judge(command, reply.Status, reply.Read<CommandReceipt>(), reply.Read<ShopProblem>(), reply);
    }

    public async Task<CommandAttempt> LookUpAsync(ShopCommand command, CancellationToken cancellationToken)
    {
        var reply = await client.GetAsync(Routes.Of(ShopRoutes.Command, command.Key), _lookUp, cancellationToken);
        return (reply.Status, reply.Read<CommandOutcome>(), reply.Read<ShopProblem>()) switch
        {
            (200, { } outcome, _) => Judge(command, outcome.Status, outcome.Receipt, outcome.Problem, reply),
            (404, _, { Code: "not_found" }) => new NeverArrived(),
            _ => new NotKnown(reply.Description, reply.RetryAfter),
        };
    }

    private Task<ShopReply> PostAsync(ShopCommand command, CancellationToken cancellationToken) => command switch
    {
        HoldOrder hold => PostAsync(ShopRoutes.Hold, hold, new HoldRequest(hold.CaseNumber, (int)hold.Lease.TotalSeconds), cancellationToken),
        ReleaseOrder release => PostAsync(ShopRoutes.Release, release, new ReleaseRequest(release.CaseNumber), cancellationToken),
        CancelOrder cancel => PostAsync(ShopRoutes.Cancel, cancel, new CancelRequest(cancel.CaseNumber, cancel.ExpectedVersion), cancellationToken),
        ModifyOrder modify => PostAsync(
            ShopRoutes.Modify, modify, new ModifyRequest(modify.CaseNumber, modify.ExpectedVersion, modify.Changes), cancellationToken),
        RefundOrder refund => PostAsync(
            ShopRoutes.Refund, refund, new RefundRequest(refund.CaseNumber, refund.ExpectedVersion, refund.AmountFen), cancellationToken),
        MessageRecipient message => PostAsync(
            ShopRoutes.RecipientMessages, message, new RecipientMessageRequest(message.CaseNumber, message.Text, message.IsReminder), cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "A command that the contract does not have."),
    };

    private Task<ShopReply> PostAsync<TBody>(string route, ShopCommand command, TBody body, CancellationToken cancellationToken) =>
        client.PostAsync(Routes.Of(route, command.OrderNo), body, command.IsBestEffort ? _bestEffort : _command, command.Key, cancellationToken);

    /// <summary>
    /// Done needs the receipt of this very command; refused needs the contract's problem. What is neither (a gateway's page, an error of the shop's, a
    /// signature that it does not know) tells nothing about the effect.
    /// </summary>
    private static CommandAttempt Judge(ShopCommand command, int status, CommandReceipt? receipt, ShopProblem? problem, ShopReply reply) =>
        (status, receipt, problem) switch
        {
            (200, { Order: { } order } done, _) when order.OrderNo == command.OrderNo && done.Action == ActionOf(command) =>
                new Known(new CommandDone(order, done.Refund)),
            (400 or 404 or 409 or 422 or 501, _, { Code: { Length: > 0 } code }) => new Known(new CommandRefused(code, problem!.Order)),
            _ => new NotKnown(reply.Description, reply.RetryAfter),
        };

    private static ShopAction ActionOf(ShopCommand command) => command switch
    {
        HoldOrder => ShopAction.Hold,
        ReleaseOrder => ShopAction.Release,
        CancelOrder => ShopAction.Cancel,
        ModifyOrder => ShopAction.Modify,
        RefundOrder => ShopAction.Refund,
        MessageRecipient => ShopAction.Message,
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "A command that the contract does not have."),
    };
}
