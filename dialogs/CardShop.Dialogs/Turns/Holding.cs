using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Turns;

/// <summary>Stop first, ask later: an order that is said to be wrong is kept from shipping while the customer explains (DESIGN.md, decision 10).</summary>
internal static class Holding
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>Takes the lease, or renews it, as long as the case can still be settled at once.</summary>
    public static void Keep(TurnScope scope)
    {
        if (scope.Turn.Commands != CommandMode.Live || scope.ShopIsSilent
            || scope.Case is not { Facts: { } facts, Decision.Step: PathStep.Act } || facts.Order.Payment != PaymentState.Paid
            || facts.Capabilities.Hold.Verdict != Verdict.Allowed || CaseStages.Of(scope.Case.State) is not (Stage.Explaining or Stage.Confirming))
        {
            return;
        }

        var isFirst = !scope.Case.HoldTold;
        if (!isFirst && (scope.Case.HeldUntil is not { } until || until - scope.Settings.HoldLease + Fresh > scope.Now))
        {
            return;
        }

        Send(scope, facts);
        scope.JustHeld = isFirst;
    }

    /// <summary>Holds an order that has not gone out yet, whatever its path: it was no wish of its customer's (T10). False when it can't be held.</summary>
    public static bool TakeAtOnce(TurnScope scope)
    {
        if (scope.Turn.Commands != CommandMode.Live || scope.ShopIsSilent
            || scope.Case is not { Pending: null, Facts: { Order: { Payment: PaymentState.Paid, Delivery: DeliveryState.None or DeliveryState.Queued } } facts }
            || facts.Capabilities.Hold.Verdict != Verdict.Allowed)
        {
            return false;
        }

        Send(scope, facts);
        return true;
    }

    private static void Send(TurnScope scope, OrderFacts facts)
    {
        scope.Send(new HoldOrder
        {
            Key = scope.Case.KeyFor("hold"),
            CaseNumber = scope.Case.Number,
            OrderNo = facts.Order.OrderNo,
            Lease = scope.Settings.HoldLease,
        });
        scope.Case = scope.Case with { CommandCount = scope.Case.CommandCount + 1, HeldUntil = scope.Now + scope.Settings.HoldLease, HoldTold = true };
    }

    /// <summary>Lets the order go on, when it is no longer said to be wrong.</summary>
    public static void Release(TurnScope scope)
    {
        if (scope.Case is { HeldUntil: { } until, Order: { } order } && until > scope.Now)
        {
            scope.Send(new ReleaseOrder { Key = scope.Case.KeyFor("release"), CaseNumber = scope.Case.Number, OrderNo = order.OrderNo });
            scope.Case = scope.Case with { CommandCount = scope.Case.CommandCount + 1, HeldUntil = null };
        }
    }
}
