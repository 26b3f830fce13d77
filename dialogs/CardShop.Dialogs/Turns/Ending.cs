using CardShop.Dialogs.Cases;

namespace CardShop.Dialogs.Turns;

/// <summary>The customer takes it back.</summary>
internal static class Ending
{
    /// <summary>Ends the case without doing anything, and lets the order go on. What is with the shop already can't be taken back.</summary>
    public static void GiveUp(TurnScope scope, bool startOver)
    {
        if (scope.Case.Pending is not null)
        {
            scope.Say("executing.wait", ["G2"], ("number", scope.Case.Number));
            return;
        }

        Holding.Release(scope);
        scope.Case = scope.Case with
        {
            State = CaseMachine.After(scope.Case.State, CaseTrigger.GiveUp, NextStep.Nothing),
            Path = scope.Case.Decision?.Path,
            Outcome = Outcome.Withdrawn,
            Confirmation = null,
        };
        scope.AskNothing();
        scope.Note(new CaseClosed(Outcome.Withdrawn));
        if (startOver)
        {
            Welcome.Invite(scope, "closed.start_over", "H2");
        }
        else
        {
            scope.Tell("closed.withdrawn", ["H3"], [Buttons.Restart], ("number", scope.Case.Number));
        }
    }
}
