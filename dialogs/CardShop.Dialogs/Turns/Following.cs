using System.Text.RegularExpressions;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Turns;

/// <summary>Follows what the shop still has to do: a refund until it has arrived (P11), a payment until it is known (D6).</summary>
internal static partial class Following
{
    /// <summary>Whether the case's refund is still to be heard of.</summary>
    public static bool HasRefund(CaseFile? file) => file is { State: CaseState.Closed } && MergedRefund.Of(file) is { State: not RefundState.None };

    /// <summary>Whether words ask for money that is on its way: to whoever has a refund, they can mean nothing else.</summary>
    public static bool IsAskedFor(Heard heard) => heard.Option is null && Asked().IsMatch(heard.Text);

    /// <summary>The shop says that the order has moved.</summary>
    public static void OrderMoved(TurnScope scope, string orderNo)
    {
        if (scope.State.Case is { } file && (file.Order?.OrderNo == orderNo || file.Settled.Any(settled => settled.OrderNo == orderNo)))
        {
            LookAgain(scope);
        }
    }

    /// <summary>Looks once more, and speaks only if there is something new.</summary>
    public static void LookAgain(TurnScope scope)
    {
        switch (scope.State.Case)
        {
            case { State: CaseState.AwaitingReconciliation }:
                LookAtPayment(scope);
                break;
            case { } file when Timers.AwaitsRefund(file):
                LookAtRefund(scope, file);
                break;
        }
    }

    /// <summary>Tells where the refund is, asked at any time.</summary>
    public static void TellRefund(TurnScope scope)
    {
        if (scope.State.Case is { Order: not null } file && MergedRefund.Of(file) is { State: not RefundState.Arrived })
        {
            file = AsRead(scope, file);
            if (scope.Waits)
            {
                return;
            }

            scope.Case = file;
        }

        Say(scope);
    }

    /// <summary>Where the refund is, as known last.</summary>
    public static void Say(TurnScope scope)
    {
        var refund = MergedRefund.Of(scope.Case)!;
        var key = refund.State switch
        {
            RefundState.Arrived => "refund.arrived",
            RefundState.Failed => "refund.failed",
            _ when refund.ExpectedBy < scope.Now => "refund.late",
            _ => "refund.expected",
        };
        scope.Tell(
            key, ["P11"], key is "refund.failed" or "refund.late" ? [Buttons.Human] : [],
            ("amount", Formats.Money(refund.AmountFen)),
            ("method", refund.Method ?? scope.Text("format.original_way")),
            ("day", refund.ExpectedBy is { } by ? Formats.Day(by) : scope.Text("format.soon")));
    }

    private static void LookAtRefund(TurnScope scope, CaseFile file)
    {
        file = AsRead(scope, file);
        if (scope.Waits)
        {
            return;
        }

        var refund = MergedRefund.Of(file)!;
        scope.Case = file with { Looks = file.Looks + 1, NextLook = Timers.NextLook(file with { Looks = file.Looks + 1 }, scope.Now) };

        // Late is said once, arrived or failed at once; that the channel has begun is no news.
        var isLate = refund.ExpectedBy < scope.Now && !file.LateTold;
        if (refund.State is RefundState.Arrived or RefundState.Failed || isLate)
        {
            scope.Case = scope.Case with { LateTold = file.LateTold || isLate };
            Say(scope);
        }
    }

    /// <summary>The case with its refunds as they are now, each duplicate's too (P5); meaningless while the turn waits for an answer.</summary>
    private static CaseFile AsRead(TurnScope scope, CaseFile file) => file with
    {
        Refund = Read(scope, file.Order!.OrderNo, file.Refund),
        Settled = [.. file.Settled.Select(settled => settled with { Refund = Read(scope, settled.OrderNo, settled.Refund) })],
    };

    private static Refund? Read(TurnScope scope, string orderNo, Refund? known) =>
        known is { State: not (RefundState.None or RefundState.Arrived) } && scope.Ask(new FindRefund(orderNo)) is RefundAnswer { Refund: { State: not RefundState.None } read } ? read : known;

    private static void LookAtPayment(TurnScope scope)
    {
        var next = CaseProgress.Plan(scope);
        if (scope.Waits)
        {
            return;
        }

        if (next == NextStep.Reconcile || scope.ShopIsSilent)
        {
            scope.Case = scope.Case with { Looks = scope.Case.Looks + 1 };
            scope.Case = scope.Case with { NextLook = Timers.NextLook(scope.Case, scope.Now) };
            return;
        }

        CaseProgress.Go(scope, CaseTrigger.Advance);
    }

    [GeneratedRegex(
        @"(钱|款).{0,4}(到|退|回来).{0,4}(吗|没|么|了没|多久|什么时候|啥时候)|(什么时候|啥时候|多久).{0,3}(到账|退|到)|\b(money|refund)\b.{0,20}\b(arrived?|back|here|yet|when)\b|\bwhen\b.{0,20}\b(money|refund)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asked();
}
