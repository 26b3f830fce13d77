using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>A turn in which the shop has answered a command.</summary>
internal static class CommandTurn
{
    public static void Run(TurnScope scope, CommandAnswered answered)
    {
        if (scope.OpenCase is not { } file || file.Number != answered.Command.CaseNumber)
        {
            return;
        }

        switch (answered.Command)
        {
            // The customer may have gone on to another order meanwhile.
            case HoldOrder or ReleaseOrder when answered.Command.OrderNo != file.Order?.OrderNo:
                return;
            case HoldOrder:
                scope.Case = Held(file, answered.Result) with { HeldUntil = answered.Result is CommandDone { Order.HoldUntil: var until } ? until : null };
                return;
            case ReleaseOrder:
                scope.Case = Held(file, answered.Result);
                return;
            case MessageRecipient message:
                Coordinating.MessageAnswered(scope, message, answered.Result);
                return;
            // Only the command that the case waits for counts: an answer that comes twice changes nothing.
            case var command when command.Key == file.Pending?.Key:
                Answered(scope, command, answered.Result);
                return;
        }
    }

    /// <summary>The order with the hold of the shop's answer: whoever looks at the case before the order is read again sees it.</summary>
    private static CaseFile Held(CaseFile file, CommandResult result) => result is CommandDone { Order: { Hold: var hold, HoldUntil: var until } }
        ? file with { Facts = file.Facts! with { Order = file.Order! with { Hold = hold, HoldUntil = until } } }
        : file;

    private static void Answered(TurnScope scope, ShopCommand command, CommandResult result)
    {
        switch (result)
        {
            case CommandDone done:
                Done(scope, command, done);
                break;
            case CommandRefused refused:
                Refused(scope, command, refused);
                break;
            case CommandUnknown:
                scope.Note(new ShopSilent(command.Key));
                scope.Say("executing.unknown", ["H4"], ("number", scope.Case.Number));
                break;
            default:
                PersonDesk.Call(scope, PersonCause.ShopSilent, "H3");
                break;
        }
    }

    private static void Done(TurnScope scope, ShopCommand command, CommandDone done)
    {
        var outcome = command switch
        {
            ModifyOrder => Outcome.Modified,
            RefundOrder when scope.Case.Coordination is { IsAgreed: true } => Outcome.ReturnedByRecipient,
            RefundOrder => Outcome.Refunded,
            _ => Outcome.Cancelled,
        };
        if (scope.Case.Rest.Count > 0 && outcome is not Outcome.Modified)
        {
            Receipt(scope, command, outcome, done);
            DuplicateTalk.GoOn(scope, outcome, done);
            return;
        }

        scope.Case = scope.Case with
        {
            State = CaseMachine.After(scope.Case.State, CaseTrigger.Succeed, NextStep.Nothing),
            Facts = scope.Case.Facts! with { Order = done.Order },
            Pending = null,
            HeldUntil = null,
            Outcome = outcome,
            Path = scope.Case.Path ?? scope.Case.Decision?.Path,
            Refund = done.Refund,
        };
        scope.AskNothing();
        scope.Note(new CaseClosed(outcome));
        Receipt(scope, command, outcome, done);
        if (MergedRefund.Of(scope.Case) is not (null or { State: RefundState.None }))
        {
            Following.Say(scope);
        }

        if (scope.Case.Problem is { } problem)
        {
            scope.Tell("tip." + Names.Snake(problem), [problem == Problem.DuplicateOrder ? "V3" : "V1", "V5"], [Buttons.Restart]);
        }
    }

    private static void Receipt(TurnScope scope, ShopCommand command, Outcome outcome, CommandDone done)
    {
        List<ReceiptRow> rows =
        [
            new(scope.Text("field.case"), scope.Case.Number),
            new(scope.Text("field.order"), done.Order.OrderNo),
            new(scope.Text("field.product"), OrderWords.Product(done.Order)),
        ];
        if (command is ModifyOrder && OrderWords.Target(done.Order) is { } target)
        {
            rows.Add(new ReceiptRow(scope.Text("field.target"), target));
        }

        var what = Names.Snake(outcome);
        scope.Show(
            "done." + what, [.. scope.Case.Decision?.Rules ?? [], "P11"], new ReceiptCard(scope.Text("card." + what), rows),
            ("order", done.Order.OrderNo), ("number", scope.Case.Number), ("product", OrderWords.Product(done.Order)));
    }

    private static void Refused(TurnScope scope, ShopCommand command, CommandRefused refused)
    {
        scope.Note(new ShopRefused(command.Key, refused.Code));
        if (scope.Case.IsGranted)
        {
            RefusedAfterApproval(scope, refused);
            return;
        }

        if (DuplicateTalk.PutOff(scope))
        {
            return;
        }

        var remedy = command is ModifyOrder ? Remedy.Modify : Remedy.Cancel;
        var cannot = refused.Code is "not_supported" or "price_higher";
        scope.Case = scope.Case with
        {
            Pending = null,
            ApprovedRemedy = null,
            Facts = refused.Order is { } order ? scope.Case.Facts! with { Order = order } : scope.Case.Facts,
            Impossible = cannot ? [.. scope.Case.Impossible, remedy] : scope.Case.Impossible,
            RefusedAtOnce = scope.Case.RefusedAtOnce || (!cannot && refused.Code is not ("version_moved" or "target_invalid")),
            Wanted = refused.Code == "target_invalid" ? new OrderChanges() : scope.Case.Wanted,
        };
        CaseProgress.Plan(scope);
        if (scope.Waits)
        {
            return;
        }

        scope.Say(KeyOf(refused.Code), ["P8"], ("status", OrderWords.Status(scope.Case.Order!, scope.Language)));
        if (scope.Case.State == CaseState.WithHuman)
        {
            PersonDesk.Remain(scope);
        }
        else
        {
            CaseProgress.Go(scope, CaseTrigger.Refuse);
        }
    }

    /// <summary>What a reviewer has approved is sent once more on the order as it is now, if only its version had moved; else a person sees to it (P8, D4).</summary>
    private static void RefusedAfterApproval(TurnScope scope, CommandRefused refused)
    {
        scope.Case = scope.Case with { Pending = null, Facts = refused.Order is { } order ? scope.Case.Facts! with { Order = order } : scope.Case.Facts };
        var next = CaseProgress.Plan(scope);
        if (scope.Waits)
        {
            return;
        }

        if (refused.Code == "version_moved" && next == NextStep.Confirm && ReviewTurn.IsCovered(scope.Case) && !scope.ShopIsSilent && scope.Turn.Commands == CommandMode.Live)
        {
            ReviewTurn.CarryOut(scope);
            return;
        }

        // A person at the desk may decide anew.
        scope.Case = scope.Case with { Approved = scope.Case.ApprovedRemedy is null, ApprovedRemedy = null };
        scope.Say("review.approval_refused", ["P8", "D4"], ("status", OrderWords.Status(scope.Case.Order!, scope.Language)));
        PersonDesk.Call(scope, PersonCause.ApprovalRefused, "H3");
    }

    private static string KeyOf(string code) => code switch
    {
        "version_moved" => "refused.version_moved",
        "window_over" => "refused.window_over",
        "already_shipped" => "refused.already_shipped",
        "price_higher" => "refused.price_higher",
        "target_invalid" => "note.target_invalid",
        "not_supported" => "refused.not_supported",
        _ => "refused.other",
    };
}
