using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>A turn in which a reviewer has answered (rule R5).</summary>
internal static class ReviewTurn
{
    public static void Run(TurnScope scope, ReviewDecided decided)
    {
        if (decided.AtDesk is { } personal)
        {
            DeskDecision.Run(scope, decided, personal);
            return;
        }

        // Late, twice, or for a case that was taken back: whatever was decided first stands.
        if (scope.OpenCase is not { } file || file.Number != decided.CaseNumber || !IsAwaited(file))
        {
            scope.Note(new ReviewNoted(decided.CaseNumber, decided.Verdict));
            return;
        }

        switch (decided.Verdict)
        {
            case ReviewVerdict.Approve:
                Approve(scope);
                break;
            case ReviewVerdict.Refuse:
                Refuse(scope, decided);
                break;
            default:
                AskForPiece(scope, decided);
                break;
        }

        if (!scope.Waits)
        {
            scope.Note(new ReviewAnswered(decided.Verdict, decided.Link));
        }
    }

    /// <summary>Sends the approved command on the version as it is now; the shop's answer, not the approval, is the end (D4).</summary>
    public static void CarryOut(TurnScope scope)
    {
        var (file, order) = (scope.Case, scope.Case.Order!);
        var command = Commanding.Of(file, order.OrderNo, file.Decision!.Remedy ?? Remedy.Cancel, order.Version, file.Wanted);
        scope.Case = file with
        {
            State = CaseMachine.After(file.State, CaseTrigger.Approve, NextStep.Confirm),
            Pending = command,
            CommandCount = file.CommandCount + 1,
            Confirmation = null,
        };
        scope.AskNothing();
        scope.Send(command);
        scope.Note(new Confirmed(order.OrderNo, order.Version, file.Decision.Remedy ?? Remedy.Cancel, command.Key));
    }

    /// <summary>Whether what would be sent is what the customer said yes to when it was filed.</summary>
    public static bool IsCovered(CaseFile file) => file.Coordination is { IsAgreed: true }
        ? file.Decision?.Remedy == Remedy.Cancel
        : file.Filing?.Covers(file.Decision?.Remedy, file.Wanted) ?? false;

    /// <summary>An answer is awaited as long as the case goes by review and nothing was approved; with a person, once it was filed.</summary>
    private static bool IsAwaited(CaseFile file) => file is { Decision.Step: PathStep.Review, Approved: false, Pending: null }
        && (file.State != CaseState.WithHuman || file.Filing is not null);

    private static void Approve(TurnScope scope)
    {
        scope.Case = scope.Case with { Approved = true, WantedPiece = null };
        var next = CaseProgress.Plan(scope);
        if (scope.Waits)
        {
            return;
        }

        if (scope.Turn.Commands != CommandMode.Live)
        {
            scope.Say("review.approved", ["R5", "D4"], ("number", scope.Case.Number));
            PersonDesk.Call(scope, PersonCause.CommandsOff, "H3");
            return;
        }

        // The yes to the application covers what was applied for; anything else is read back first (G2).
        if (next == NextStep.Confirm && IsCovered(scope.Case))
        {
            scope.Say(
                scope.Case.Decision!.Remedy == Remedy.Modify ? "review.approved_modify" : "review.approved_refund", ["R5", "D4"],
                ("number", scope.Case.Number), ("order", scope.Case.Order!.OrderNo));
            CarryOut(scope);
            return;
        }

        scope.Say("review.approved", ["R5", "D4"], ("number", scope.Case.Number));
        if (scope.Case.State == CaseState.WithHuman)
        {
            PersonDesk.Remain(scope);
        }
        else
        {
            CaseProgress.Go(scope, CaseTrigger.Advance);
        }
    }

    /// <summary>Refused for a missing link is another end than refused for anything else (D5); either can be opened again once.</summary>
    public static void Refuse(TurnScope scope, ReviewDecided decided)
    {
        var outcome = decided.Link is not null ? Outcome.RefusedInsufficientEvidence : Outcome.Refused;
        scope.Case = scope.Case with
        {
            State = CaseMachine.After(scope.Case.State, CaseTrigger.Decline, NextStep.Nothing),
            Path = scope.Case.Path ?? scope.Case.Decision?.Path,
            Outcome = outcome,
            WantedPiece = null,
        };
        scope.AskNothing();
        scope.Note(new CaseClosed(outcome));
        scope.Say(
            decided.Link is null ? "review.refused" : "review.refused_evidence", ["R5", "D5"],
            ("number", scope.Case.Number), ("reason", Reason(scope, decided)), ("link", EvidenceIntake.Named(scope, decided.Link is { } link ? [link] : [])));
        scope.Tell(scope.Case.Reopened ? "review.refused_for_good" : "review.can_reopen", ["D5", "L3"], scope.Case.Reopened ? [Buttons.Human] : [Buttons.Reopen, Buttons.Human]);
    }

    /// <summary>Wants a named piece first (R5).</summary>
    public static void AskForPiece(TurnScope scope, ReviewDecided decided)
    {
        var link = decided.Link ?? EvidenceChain.Missing(scope.Case, scope.Turn.CustomerId is not null).Append(EvidenceLink.Mistake).First();
        scope.Case = scope.Case with { WantedPiece = link };
        var next = CaseProgress.Plan(scope);
        if (scope.Waits)
        {
            return;
        }

        scope.Say("review.more_evidence", ["R5", "E4"], ("number", scope.Case.Number), ("reason", Reason(scope, decided)), ("link", EvidenceIntake.Named(scope, [link])));
        if (scope.Case.State == CaseState.WithHuman)
        {
            PersonDesk.Remain(scope);
        }
        else if (next == NextStep.Review)
        {
            CaseProgress.Go(scope, CaseTrigger.Advance);
        }
    }

    private static string Reason(TurnScope scope, ReviewDecided decided) =>
        string.IsNullOrWhiteSpace(decided.Reason) ? scope.Text("format.no_reason") : decided.Reason.Trim();
}
