using CardShop.Dialogs.Cases;

namespace CardShop.Dialogs.Turns;

/// <summary>A case that was refused can be opened again once, with new evidence (rule D5).</summary>
internal static class Reopening
{
    /// <summary>Whether the last case can be opened again.</summary>
    public static bool IsPossible(CaseFile? file) => file is { State: CaseState.Closed, Reopened: false, Outcome: Outcome.Refused or Outcome.RefusedInsufficientEvidence };

    /// <summary>Opens it again, if it can be.</summary>
    public static void TryReopen(TurnScope scope)
    {
        if (!IsPossible(scope.State.Case))
        {
            return;
        }

        scope.Case = scope.Case with
        {
            State = CaseMachine.After(scope.Case.State, CaseTrigger.Reopen, NextStep.Review),
            Outcome = null,
            Reopened = true,
            EvidenceClosed = false,
            Filing = null,
        };
        scope.Note(new CaseReopened());
        scope.Say("review.reopened", ["D5"], ("number", scope.Case.Number));
    }
}
