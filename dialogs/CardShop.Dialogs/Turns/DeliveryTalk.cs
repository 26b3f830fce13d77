using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Turns;

/// <summary>
/// Goods that don't arrive or don't work (rule T9): the order is looked up and its true state told. Within the usual time the customer hears until when;
/// later, or where something failed, a person has it with the facts (D11).
/// </summary>
internal static class DeliveryTalk
{
    /// <summary>Whether the case is about a delivery, and about no mistake.</summary>
    public static bool IsAbout(CaseFile file) => file is { Concern: Concern.Delivery, Problem: null };

    /// <summary>Opens the question, with what was told already.</summary>
    public static void Begin(TurnScope scope, Heard heard)
    {
        scope.Case = scope.Case with { Concern = Concern.Delivery };
        scope.Say("answer.delivery", ["T9"]);
        SlotFilling.Fill(scope, heard);
        CaseProgress.Run(scope);
    }

    /// <summary>Tells where the order is, once it is known, and sees to it.</summary>
    public static void Tell(TurnScope scope)
    {
        var order = scope.Case.Order!;
        scope.Say("delivery.status", ["T9"], ("order", order.OrderNo), ("product", OrderWords.Product(order)), ("status", OrderWords.Status(order, scope.Language)));
        if (!scope.ShopIsSilent && UsualEnd(scope, order) is { } end && end > scope.Now)
        {
            scope.Case = scope.Case with
            {
                State = CaseMachine.After(scope.Case.State, CaseTrigger.Advance, NextStep.Nothing),
                Path = CasePath.NoAction,
                Outcome = Outcome.NothingLost,
            };
            scope.AskNothing();
            scope.Note(new CaseClosed(Outcome.NothingLost));
            scope.Tell("delivery.wait", ["T9", "D11"], [Buttons.Human], ("until", Formats.Moment(end, scope.Now)));
            return;
        }

        PersonDesk.Call(scope, PersonCause.Delivery, "T9", "D11");
    }

    /// <summary>Until when a paid order is merely under way; null when it is not.</summary>
    private static DateTimeOffset? UsualEnd(TurnScope scope, Order order) =>
        order is { Payment: PaymentState.Paid, PaidAt: { } paid, Hold: not HoldState.Frozen, Delivery: DeliveryState.None or DeliveryState.Queued or DeliveryState.Processing }
            ? paid + scope.Settings.UsualDelivery
            : null;
}
