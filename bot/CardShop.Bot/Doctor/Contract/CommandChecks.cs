using CardShop.Bot.Shop;
using CardShop.Dialogs.Shop;
using CardShop.ShopContract;

namespace CardShop.Bot.Doctor.Contract;

/// <summary>That commands act once, keep their outcome, and refuse what must be refused. They run in this order, on orders of their own.</summary>
internal sealed class CommandChecks(ShopUnderTest shop, TestOrders orders)
{
    private const string CaseNumber = "CS-000000-DOCTR";
    private const int LeaseSeconds = 60;

    /// <summary>Of this run alone: keys are for ever.</summary>
    private readonly string _run = Guid.NewGuid().ToString("N");

    public IEnumerable<Check> All =>
    [
        Check.Of("hold: without a key", "400 invalid_request", HoldWithoutKeyAsync),
        Check.Of("hold", "a lease, the version unchanged", HoldAsync),
        Check.Of("hold: the same key again", "the kept outcome, word for word", HoldAgainAsync),
        Check.Of("hold: the same key, another lease", "422 key_reused", HoldKeyReusedAsync),
        Check.Of("release", "the lease has ended; again changes nothing", ReleaseAsync),
        Check.Of("modify: a version that moved on", "409 version_moved, with the order", ModifyOldVersionAsync),
        Check.Of("modify", "changed, the version one higher", ModifyAsync),
        Check.Of("cancel: a version that moved on", "409 version_moved, with the order", CancelOldVersionAsync),
        Check.Of("cancel", "paid back", CancelAsync),
        Check.Of("cancel: the same key again", "the kept outcome, word for word", CancelAgainAsync),
        Check.Of("cancel: a second time", "refused", CancelSecondTimeAsync),
        Check.Of("cancel: two at once", "one effect", RaceAsync),
        Check.Of("command: what became of it", "the kept outcomes, the refusal too", RecallAsync),
        Check.Of("cancel: not paid", "closed", CancelUnpaidAsync),
        Check.Of("cancel: after the window", "422 window_over", token => CancelRefusedAsync(orders.Overdue, "window_over", token)),
        Check.Of("cancel: shipped", "422 already_shipped", token => CancelRefusedAsync(orders.Shipped, "already_shipped", token)),
        Check.Of("refund", "under way in full; more than that refused", RefundAsync),
        Check.Of("an unknown order", "404 not_found", UnknownOrderAsync),
    ];

    private string Key(string name) => $"doctor.{_run}.{name}";

    private Task<ContractReply> HoldAsync(string? key, int seconds, CancellationToken cancellationToken) =>
        shop.PostAsync(Routes.Of(ShopRoutes.Hold, orders.Hold), new HoldRequest(CaseNumber, seconds), cancellationToken, key);

    private Task<ContractReply> CancelAsync(string orderNo, long version, string key, CancellationToken cancellationToken) =>
        shop.PostAsync(Routes.Of(ShopRoutes.Cancel, orderNo), new CancelRequest(CaseNumber, version), cancellationToken, Key(key));

    private Task<ContractReply> ModifyAsync(long version, string key, CancellationToken cancellationToken) =>
        shop.PostAsync(Routes.Of(ShopRoutes.Modify, orders.Modify), new ModifyRequest(CaseNumber, version, orders.Correction), cancellationToken, Key(key));

    private Task<ContractReply> RefundAsync(long version, long fen, string key, CancellationToken cancellationToken) =>
        shop.PostAsync(Routes.Of(ShopRoutes.Refund, orders.Shipped), new RefundRequest(CaseNumber, version, fen), cancellationToken, Key(key));

    private async Task<Order> OrderAsync(string orderNo, CancellationToken cancellationToken) =>
        (await shop.GetAsync(Routes.Of(ShopRoutes.Order, orderNo), cancellationToken)).Expect<Order>();

    private async Task HoldWithoutKeyAsync(CancellationToken cancellationToken) =>
        (await HoldAsync(key: null, LeaseSeconds, cancellationToken)).ExpectRefusal(400, "invalid_request");

    private async Task HoldAsync(CancellationToken cancellationToken)
    {
        var before = await OrderAsync(orders.Hold, cancellationToken);
        var receipt = Receipt(await HoldAsync(Key("hold"), LeaseSeconds, cancellationToken), ShopAction.Hold, orders.Hold);
        CheckFailedException.Unless(receipt.Order is { Hold: HoldState.Soft, HoldUntil: not null }, $"the order's hold is {receipt.Order.Hold}, and must be soft and have an end");
        CheckFailedException.Unless(receipt.Order.Version == before.Version, "a hold has moved the version on");
    }

    private async Task HoldAgainAsync(CancellationToken cancellationToken) =>
        await SameAsync(() => HoldAsync(Key("hold"), LeaseSeconds, cancellationToken));

    private async Task HoldKeyReusedAsync(CancellationToken cancellationToken) =>
        (await HoldAsync(Key("hold"), LeaseSeconds * 2, cancellationToken)).ExpectRefusal(422, "key_reused");

    private async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        foreach (var key in new[] { "release", "release-again" })
        {
            var reply = await shop.PostAsync(Routes.Of(ShopRoutes.Release, orders.Hold), new ReleaseRequest(CaseNumber), cancellationToken, Key(key));
            var receipt = Receipt(reply, ShopAction.Release, orders.Hold);
            CheckFailedException.Unless(receipt.Order.Hold is HoldState.None, $"the order's hold is {receipt.Order.Hold}");
        }
    }

    private async Task ModifyOldVersionAsync(CancellationToken cancellationToken) =>
        VersionMoved(await ModifyAsync((await OrderAsync(orders.Modify, cancellationToken)).Version + 1, "modify-old", cancellationToken));

    private async Task ModifyAsync(CancellationToken cancellationToken)
    {
        var before = await OrderAsync(orders.Modify, cancellationToken);
        var after = Receipt(await ModifyAsync(before.Version, "modify", cancellationToken), ShopAction.Modify, orders.Modify).Order;
        CheckFailedException.Unless(after.Version == before.Version + 1, $"the version went from {before.Version} to {after.Version}");
        CheckFailedException.Unless(IsCorrected(after), "the order does not say what it was changed to");
    }

    private bool IsCorrected(Order order) =>
        (orders.Correction.Account ?? order.Target.Account) == order.Target.Account
        && (orders.Correction.Phone ?? order.Target.Phone) == order.Target.Phone
        && (orders.Correction.Region ?? order.Target.Region) == order.Target.Region
        && (orders.Correction.Product ?? order.Product) == order.Product
        && (orders.Correction.Denomination ?? order.Denomination) == order.Denomination
        && (orders.Correction.Quantity ?? order.Quantity) == order.Quantity;

    private async Task CancelOldVersionAsync(CancellationToken cancellationToken) =>
        VersionMoved(await CancelAsync(orders.Cancel, (await OrderAsync(orders.Cancel, cancellationToken)).Version + 1, "cancel-old", cancellationToken));

    private async Task CancelAsync(CancellationToken cancellationToken)
    {
        var before = await OrderAsync(orders.Cancel, cancellationToken);
        var receipt = Receipt(await CancelAsync(orders.Cancel, before.Version, "cancel", cancellationToken), ShopAction.Cancel, orders.Cancel);
        CheckFailedException.Unless(receipt.Order.Payment is PaymentState.Refunded, $"the order's payment is {receipt.Order.Payment}");
        CheckFailedException.Unless(receipt.Refund?.AmountFen == before.AmountFen, $"{receipt.Refund?.AmountFen} fen come back, {before.AmountFen} were paid");
    }

    private async Task CancelAgainAsync(CancellationToken cancellationToken)
    {
        var first = (await RecallAsync("cancel", cancellationToken)).Receipt?.Order.Version - 1 ?? 0;
        await SameAsync(() => CancelAsync(orders.Cancel, first, "cancel", cancellationToken));
    }

    private async Task CancelSecondTimeAsync(CancellationToken cancellationToken)
    {
        var now = await OrderAsync(orders.Cancel, cancellationToken);
        var reply = await CancelAsync(orders.Cancel, now.Version, "cancel-second", cancellationToken);
        CheckFailedException.Unless(reply.Status is 409 or 422, $"{reply.Asked} answered {reply.Status}: an order can be paid back twice");
    }

    private async Task RaceAsync(CancellationToken cancellationToken)
    {
        var version = (await OrderAsync(orders.Race, cancellationToken)).Version;
        var replies = await Task.WhenAll(
            CancelAsync(orders.Race, version, "race-a", cancellationToken), CancelAsync(orders.Race, version, "race-b", cancellationToken));
        CheckFailedException.Unless(
            replies.Select(reply => reply.Status).Order().ToList() is [200, 409 or 422], $"they answered {string.Join(" and ", replies.Select(reply => reply.Status))}: one must win, and one be refused");
    }

    private async Task RecallAsync(CancellationToken cancellationToken)
    {
        var done = await RecallAsync("cancel", cancellationToken);
        CheckFailedException.Unless(done is { Status: 200, Receipt.Action: ShopAction.Cancel }, $"the cancellation is recalled as {done.Status}");
        var refused = await RecallAsync("cancel-second", cancellationToken);
        CheckFailedException.Unless(refused is { Status: 409 or 422, Problem: not null }, $"the refusal is recalled as {refused.Status}");
    }

    private async Task<CommandOutcome> RecallAsync(string key, CancellationToken cancellationToken) =>
        (await shop.GetAsync(Routes.Of(ShopRoutes.Command, Key(key)), cancellationToken)).Expect<CommandOutcome>();

    private async Task CancelUnpaidAsync(CancellationToken cancellationToken)
    {
        var version = (await OrderAsync(orders.Unpaid, cancellationToken)).Version;
        var receipt = Receipt(await CancelAsync(orders.Unpaid, version, "unpaid", cancellationToken), ShopAction.Cancel, orders.Unpaid);
        CheckFailedException.Unless(receipt.Order.Payment is PaymentState.Closed, $"the order's payment is {receipt.Order.Payment}");
    }

    private async Task CancelRefusedAsync(string orderNo, string code, CancellationToken cancellationToken) =>
        (await CancelAsync(orderNo, (await OrderAsync(orderNo, cancellationToken)).Version, code, cancellationToken)).ExpectRefusal(422, code);

    private async Task RefundAsync(CancellationToken cancellationToken)
    {
        var order = await OrderAsync(orders.Shipped, cancellationToken);
        var receipt = Receipt(await RefundAsync(order.Version, order.AmountFen, "refund", cancellationToken), ShopAction.Refund, orders.Shipped);
        var refund = (await shop.GetAsync(Routes.Of(ShopRoutes.Refund, orders.Shipped), cancellationToken)).Expect<Refund>();
        CheckFailedException.Unless(refund.State is not RefundState.None && refund.AmountFen == order.AmountFen, $"the refund says {refund.State}, {refund.AmountFen} fen of {order.AmountFen}");
        var more = await RefundAsync(receipt.Order.Version, 1, "refund-more", cancellationToken);
        CheckFailedException.Unless(more.Status is 409 or 422, $"{more.Asked} for more than was paid answered {more.Status}");
    }

    private async Task UnknownOrderAsync(CancellationToken cancellationToken) =>
        (await CancelAsync($"doctor-{_run}", 1, "unknown", cancellationToken)).ExpectRefusal(404, "not_found");

    private static CommandReceipt Receipt(ContractReply reply, ShopAction action, string orderNo)
    {
        var receipt = reply.Expect<CommandReceipt>();
        CheckFailedException.Unless(receipt.Action == action && receipt.Order.OrderNo == orderNo, $"{reply.Asked} answered with the receipt of {receipt.Action} on {receipt.Order.OrderNo}");
        return receipt;
    }

    private static void VersionMoved(ContractReply reply) =>
        CheckFailedException.Unless(reply.ExpectRefusal(409, "version_moved").Order is not null, $"{reply.Asked} answered 409 without the order as it is now");

    /// <summary>Twice the same answer, and the second one marked as kept.</summary>
    private static async Task SameAsync(Func<Task<ContractReply>> repeatAsync)
    {
        var (second, third) = (await repeatAsync(), await repeatAsync());
        second.ExpectStatus(200);
        CheckFailedException.Unless(second.Shop.Body.AsSpan().SequenceEqual(third.Shop.Body), $"{second.Asked} answered two repetitions differently");
        CheckFailedException.Unless(
            third.Headers.TryGetValues(ShopHeaders.IdempotencyReplayed, out var marks) && marks.Single() == "true", $"{third.Asked} was repeated, and {ShopHeaders.IdempotencyReplayed} is missing");
    }
}
