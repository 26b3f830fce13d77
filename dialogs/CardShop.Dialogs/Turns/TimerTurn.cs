using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;

namespace CardShop.Dialogs.Turns;

/// <summary>A turn in which a moment that was asked for has come. One that no longer matters says nothing.</summary>
internal static class TimerTurn
{
    public static void Run(TurnScope scope, DeadlineKind kind)
    {
        switch (kind)
        {
            case DeadlineKind.WindowEnd when IsExplaining(scope):
                CaseProgress.Run(scope);
                break;
            case DeadlineKind.WindowClosing when IsExplaining(scope):
                WarnOfEnd(scope);
                break;
            case DeadlineKind.LeaseEnd when IsExplaining(scope):
                scope.Say("clock.lease_over", ["G4"]);
                break;
            case DeadlineKind.Unanswered when Timers.IsDraft(scope.State) && scope.State is { Reminded: false, Asked: not null } && scope.State.HeardAt + scope.Settings.ReminderAfter <= scope.Now:
                scope.State = scope.State with { Reminded = true };
                scope.Tell(scope.OpenCase?.State == CaseState.AwaitingReview ? "clock.send_evidence" : "clock.still_there", ["H3"], [Buttons.Human]);
                break;
            case DeadlineKind.ReviewDue when scope.OpenCase is { State: CaseState.UnderReview, OverdueTold: false, Filing.DueBy: var due } && due <= scope.Now:
                scope.Case = scope.Case with { OverdueTold = true };
                scope.Note(new ReviewOverdue());
                scope.Tell("review.overdue", ["R3", "H1"], [Buttons.Human], ("number", scope.Case.Number));
                break;
            case DeadlineKind.RecipientDue:
                Coordinating.Due(scope);
                break;
            case DeadlineKind.LookAgain:
                Following.LookAgain(scope);
                break;
            case DeadlineKind.DraftRetention when Timers.IsDraft(scope.State) && scope.State.HeardAt + scope.Settings.DraftRetention <= scope.Now:
                Ending.Abandon(scope);
                break;
        }
    }

    private static bool IsExplaining(TurnScope scope) => scope.OpenCase is { } file && CaseStages.Of(file.State) is Stage.Explaining or Stage.Confirming;

    private static void WarnOfEnd(TurnScope scope)
    {
        if (CaseViews.Deadline(scope.Case, scope.Settings) is { } end && end > scope.Now && end - scope.Now <= Timers.ClosingNotice)
        {
            scope.Say("clock.closing", ["G4"], ("left", Formats.Left(end - scope.Now, scope.Language)), ("until", Formats.Moment(end, scope.Now)));
        }
    }
}
