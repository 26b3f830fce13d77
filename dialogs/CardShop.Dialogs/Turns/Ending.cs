using CardShop.Dialogs.Cases;

namespace CardShop.Dialogs.Turns;

/// <summary>The customer takes it back.</summary>
internal static class Ending
{
    /// <summary>Nobody came back: the draft ends, its order goes on, and its evidence is deleted (E6).</summary>
    public static void Abandon(TurnScope scope)
    {
        foreach (var piece in scope.State.UnclaimedEvidence)
        {
            scope.Discard(piece.Id);
        }

        scope.State = scope.State with { UnclaimedEvidence = [] };
        if (scope.OpenCase is not { } file)
        {
            return;
        }

        foreach (var evidence in file.Evidence)
        {
            scope.Discard(evidence.Piece.Id);
        }

        Holding.Release(scope);
        scope.Case = scope.Case with
        {
            State = CaseMachine.After(file.State, CaseTrigger.Abandon, NextStep.Nothing),
            Evidence = [],
            Path = file.Path ?? file.Decision?.Path,
            Outcome = Outcome.Abandoned,
            Confirmation = null,
        };
        scope.AskNothing();
        scope.Note(new CaseClosed(Outcome.Abandoned));
        scope.Tell("closed.abandoned", ["E6"], [Buttons.Restart], ("number", file.Number));
    }

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
