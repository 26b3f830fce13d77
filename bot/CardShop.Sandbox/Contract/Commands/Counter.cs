using CardShop.Dialogs.Shop;
using CardShop.Sandbox.Life;
using CardShop.Sandbox.Orders;

namespace CardShop.Sandbox.Contract.Commands;

/// <summary>Rules on commands: the order, the moment and a reviewer's approval in, the next state or a refusal out. Writes nothing.</summary>
internal sealed class Counter(ShopRules rules, Pricing pricing, Catalogue catalogue, AccountBook accounts, PaymentWays payments, Pace pace)
{
    /// <summary>How long the shop's own people have an approved refund in hand before the payment channel gets it.</summary>
    private static readonly TimeSpan RefundDesk = TimeSpan.FromHours(1);

    public Ruling Rule(ShopOrder order, ShopCommand command, DateTimeOffset now, bool isApproved) => command switch
    {
        HoldOrder hold => rules.Refuse(order, ShopAction.Hold, now) is { } no
            ? new Refused(no)
            : new Granted(order.State with { HeldUntil = now + hold.Lease, HeldFor = hold.CaseNumber }),
        ReleaseOrder release => new Granted(Release(order.State, release, now)),
        CancelOrder => rules.Refuse(order, ShopAction.Cancel, now, isApproved) is { } no ? new Refused(no) : Cancel(order.State, now),
        ModifyOrder modify => rules.Refuse(order, ShopAction.Modify, now, isApproved) is { } no ? new Refused(no) : Modify(order, modify.Changes, now),
        MessageRecipient => Message(order.State),
        RefundOrder refund => rules.Refuse(order, ShopAction.Refund, now, isApproved) is { } no ? new Refused(no) : Refund(order.State, refund.AmountFen, now),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "No such command."),
    };

    /// <summary>Only goods that went to an account have a recipient. The order stays as it is.</summary>
    private static Ruling Message(OrderState order) => order is { Goods: GoodsKind.Topup, Delivery: DeliveryState.Delivered or DeliveryState.Partial }
        ? new Granted(order)
        : new Refused(Refusal.NotAllowed("The goods went to nobody's account."));

    /// <summary>A lease that has ended, or that another case has taken, is nothing to release: done already.</summary>
    private static OrderState Release(OrderState order, ReleaseOrder release, DateTimeOffset now) =>
        order.HeldFor == release.CaseNumber ? LetGo(order, now) : order;

    /// <summary>What would have happened during the hold happens from now on.</summary>
    private static OrderState LetGo(OrderState order, DateTimeOffset now) => order with
    {
        HeldUntil = null,
        HeldFor = null,
        NextStepAt = order.NextStepAt < now ? now : order.NextStepAt,
    };

    private Granted Cancel(OrderState order, DateTimeOffset now) => order.HasMoney
        ? new Granted(PayBack(order, order.RefundableFen, now), order.RefundableFen)
        : new Granted(Ended(order) with { Payment = PaymentState.Closed });

    private Ruling Refund(OrderState order, long amountFen, DateTimeOffset now) => amountFen <= order.RefundableFen
        ? new Granted(PayBack(order, amountFen, now) with { RefundHandedOverAt = now + RefundDesk }, amountFen)
        : new Refused(Refusal.NotAllowed("More than what is left to pay back."));

    private Ruling Modify(ShopOrder order, OrderChanges changes, DateTimeOffset now)
    {
        var state = order.State;
        var product = changes.Product is { } wanted ? catalogue.Find(wanted)?.Name ?? wanted : state.Product;
        var denomination = changes.Denomination ?? state.Denomination;
        var quantity = changes.Quantity ?? state.Quantity;
        var sold = catalogue.Find(product);
        if (pricing.Changed(state, product, denomination, quantity) is not { } price || (product != state.Product && sold?.Goods != state.Goods))
        {
            return new Refused(Refusal.NotAllowed("The shop doesn't sell that in exchange for this."));
        }

        if (price > state.AmountFen)
        {
            return new Refused(new Refusal(422, "price_higher", "The changed order would cost more."));
        }

        var target = new Target(changes.Account ?? state.Account, changes.Phone ?? state.Phone, changes.Region ?? state.Region);
        var check = accounts.Check(target, order.CustomerId);
        var targetChanges = target != state.Target;
        if (targetChanges && check.Owner is TargetOwner.Invalid)
        {
            return new Refused(new Refusal(422, "target_invalid", "That target does not exist."));
        }

        var next = state with
        {
            Product = product,
            Denomination = denomination,
            Quantity = quantity,
            AmountFen = price,
            Fulfilment = product == state.Product ? state.Fulfilment : sold!.Fulfilment,
            Account = target.Account,
            Phone = target.Phone,
            Region = target.Region,
            TargetOwner = targetChanges ? check.Owner : state.TargetOwner,
            IdentityBound = targetChanges ? check.Owner is TargetOwner.Self : state.IdentityBound,
        };
        next = rules.HasShipped(state) ? Redeliver(order, next, now) : LetGo(next, now);
        var difference = state.HasMoney ? state.AmountFen - price : 0;
        return new Granted(difference == 0 ? next : Return(next, difference, now), difference);
    }

    /// <summary>What went out stays out; the goods go out once more, to what the order says now.</summary>
    private OrderState Redeliver(ShopOrder order, OrderState next, DateTimeOffset now)
    {
        next = next with { Delivery = DeliveryState.Queued, CodeRevealed = false, HeldUntil = null, HeldFor = null };
        return order.Live ? pace.Begin(next, now) : next;
    }

    private OrderState PayBack(OrderState order, long amountFen, DateTimeOffset now) => amountFen == order.RefundableFen
        ? Ended(Return(order, amountFen, now)) with { Payment = PaymentState.Refunded }
        : Return(order, amountFen, now) with { Payment = PaymentState.PartRefunded };

    private OrderState Return(OrderState order, long amountFen, DateTimeOffset now)
    {
        var arrival = payments.ArrivalOf(order.PaymentMethod, now);
        return order with
        {
            RefundedFen = order.RefundedFen + amountFen,
            RefundExpectedBy = arrival,
            RefundHandedOverAt = null,

            // What arrives at once is told by the receipt.
            ArrivalToTell = arrival > now ? arrival : order.ArrivalToTell,
        };
    }

    /// <summary>Nothing ships any more: what had not gone out never will, and an unseen code is void.</summary>
    private OrderState Ended(OrderState order) => order with
    {
        Delivery = rules.HasShipped(order) ? order.Delivery : DeliveryState.None,
        HeldUntil = null,
        HeldFor = null,
        NextStepAt = null,
    };
}
