using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>The answer to a read-back. A yes counts once, for the version of the order that was read back (G2).</summary>
internal static class Confirming
{
    /// <summary>Deals with a yes or a no; false when the customer said something else.</summary>
    public static bool Run(TurnScope scope, Heard heard)
    {
        switch (heard.Option, heard.Understood)
        {
            case (Buttons.Yes, _):
            case (null, { Intent: Intent.Affirm, Sure: true }) when MeansThis(scope, heard):
                Yes(scope);
                return true;
            case (null, { Intent: Intent.Affirm }):
            case (null, { Intent: Intent.Answer, Entities: var named }) when named == new Entities():
                scope.Say("note.unclear_yes", ["G2"]);
                CaseProgress.Run(scope);
                return true;
            case (Buttons.No, _):
            case (null, { Intent: Intent.Deny or Intent.CancelFlow }):
                No(scope);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A yes that names another action than the one read back, or was a button to file an application, is none (G2).</summary>
    private static bool MeansThis(TurnScope scope, Heard heard) =>
        (heard.Understood.Remedy is null || heard.Understood.Remedy == scope.Case.Confirmation?.Remedy)
        && !Languages.Spoken.Any(language => heard.Text.Contains(TextCatalogue.Get(language, "option.yes_file"), StringComparison.OrdinalIgnoreCase));

    private static void Yes(TurnScope scope)
    {
        var confirmation = scope.Case.Confirmation;
        var plan = CaseProgress.Plan(scope);
        if (scope.Waits)
        {
            return;
        }

        var order = scope.Case.Order;
        var stands = confirmation is not null && order is not null && plan == NextStep.Confirm && order.Version == confirmation.Version
            && scope.Case.Decision?.Remedy == confirmation.Remedy && !scope.ShopIsSilent;
        if (!stands)
        {
            // The order moved on between question and yes: say so, and go the next way (P8).
            if (order is not null && confirmation is not null && order.Version != confirmation.Version)
            {
                scope.Say("note.order_moved", ["P8"], ("status", OrderWords.Status(order, scope.Language)));
            }

            CaseProgress.Go(scope, CaseTrigger.Advance);
            return;
        }

        if (scope.Turn.Commands != CommandMode.Live)
        {
            scope.Note(new AdvisedOnly(order!.OrderNo, order.Version, confirmation!.Remedy));
            PersonDesk.Call(scope, PersonCause.CommandsOff, "H3");
            return;
        }

        Order(scope, order!, confirmation!);
    }

    private static void Order(TurnScope scope, Order order, Confirmation confirmation)
    {
        var command = Commanding.Of(scope.Case, order.OrderNo, confirmation.Remedy, confirmation.Version, confirmation.Changes);
        scope.Case = scope.Case with
        {
            State = CaseMachine.After(scope.Case.State, CaseTrigger.Confirm, NextStep.Confirm),
            Pending = command,
            CommandCount = scope.Case.CommandCount + 1,
            Confirmation = null,
            Rest = [.. scope.Case.Rest.Select(rest => confirmation.Also.FirstOrDefault(also => also.OrderNo == rest.OrderNo) ?? rest)],
        };
        scope.AskNothing();
        scope.Send(command);
        scope.Note(new Confirmed(order.OrderNo, order.Version, confirmation.Remedy, command.Key));
        scope.Say(confirmation.Remedy == Remedy.Cancel ? "executing.cancel" : "executing.modify", ["G2"], ("order", order.OrderNo));
    }

    /// <summary>A no to a change goes back to what was meant; a no to a cancellation asks what to do instead.</summary>
    private static void No(TurnScope scope)
    {
        scope.Case = scope.Case with { Confirmation = null };
        scope.Offer(
            "ask.what_now", ["H2"],
            scope.Case.Decision?.Path == CasePath.DirectCancelUnpaid ? [Buttons.TryAgain, Buttons.OtherOrder, Buttons.GiveUp, Buttons.Human]
                : [Buttons.Modify, Buttons.Cancel, Buttons.OtherOrder, Buttons.GiveUp, Buttons.Human]);
    }
}
