using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Legal;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>What the customer says on the way through a review: while evidence is gathered, while the application is read, while a reviewer decides.</summary>
internal static class ReviewTalk
{
    private const int LongestStatement = 1000;
    private const int ShortestStatement = 4;
    private const int ShortestStory = 10;

    /// <summary>Deals with what was said; false when it is not about the review.</summary>
    public static bool Hear(TurnScope scope, Heard heard) => scope.Case.State switch
    {
        CaseState.AwaitingReview => Gather(scope, heard),
        CaseState.ReadingApplication => Read(scope, heard),
        CaseState.UnderReview => Wait(scope, heard),
        _ => false,
    };

    /// <summary>Words that nothing else could be made of go to whoever decides: the customer is not told that they make no sense. False where nobody decides.</summary>
    public static bool NoteStatement(TurnScope scope, Heard heard)
    {
        if (scope.Case.State is not (CaseState.AwaitingReview or CaseState.ReadingApplication or CaseState.UnderReview) || heard.Text.Length < ShortestStatement)
        {
            return false;
        }

        var all = scope.Case.Statement is { } before ? before + "\n" + heard.Text : heard.Text;
        if (all.Length > LongestStatement)
        {
            scope.Say("review.statement_full", ["R2"]);
            return true;
        }

        scope.Case = scope.Case with { Statement = all };
        scope.Say("review.statement_noted", ["R2"]);
        return true;
    }

    /// <summary>How it came about, told at length while evidence is gathered, is worth a reviewer's eyes even where the case already knew it.</summary>
    public static void KeepStory(TurnScope scope, Heard heard, CaseFile before)
    {
        var after = scope.Case;
        if (after.State == CaseState.AwaitingReview && heard.Option is null && heard.Text.Length >= ShortestStory
            && (after.Wanted, after.Remedy, after.TypedNumber) == (before.Wanted, before.Remedy, before.TypedNumber))
        {
            NoteStatement(scope, heard);
        }
    }

    private static bool Gather(TurnScope scope, Heard heard)
    {
        switch (heard.Option, heard.Understood.Intent)
        {
            case (Buttons.GoOn, _):
            case (null, Intent.Affirm or Intent.Deny):
                CloseEvidence(scope);
                return true;
            default:
                return false;
        }
    }

    /// <summary>That is all there is. A chain with a gap is filed too, the gap named in the application (E4).</summary>
    private static void CloseEvidence(TurnScope scope)
    {
        if (scope.Case.WantedPiece is not null)
        {
            scope.Say("review.no_piece", ["R5", "E4"]);
        }

        scope.Case = scope.Case with { EvidenceClosed = true, WantedPiece = null };
        CaseProgress.Run(scope);
    }

    private static bool Read(TurnScope scope, Heard heard)
    {
        switch (heard.Option, heard.Understood)
        {
            case (Buttons.Yes, _):
            case (null, { Intent: Intent.Affirm, Sure: true }):
                File(scope);
                return true;
            case (null, { Intent: Intent.Affirm }):
                scope.Say("note.unclear_yes_file", ["R2"]);
                CaseProgress.Run(scope);
                return true;
            case (Buttons.No, _):
            case (null, { Intent: Intent.Deny }):
                scope.Offer("ask.what_now", ["H2"], [Buttons.Modify, Buttons.Cancel, Buttons.AddEvidence, Buttons.GiveUp, Buttons.Human]);
                return true;
            case (Buttons.AddEvidence, _):
                scope.Case = scope.Case with { EvidenceClosed = false };
                CaseProgress.Run(scope);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Files the application, as it stands and as the record is now.</summary>
    private static void File(TurnScope scope)
    {
        var plan = CaseProgress.Plan(scope);
        if (scope.Waits)
        {
            return;
        }

        if (plan != NextStep.Apply)
        {
            CaseProgress.Go(scope, CaseTrigger.Advance);
            return;
        }

        var due = WorkingCalendar.Published.AddWorkingDays(scope.Now, scope.Settings.ReviewDays.Most);
        var missing = EvidenceChain.Missing(scope.Case, scope.Turn.CustomerId is not null);
        var request = Requests.Of(scope.Case, scope.Case.Facts!) ?? Remedy.Cancel;
        scope.Case = scope.Case with
        {
            State = CaseMachine.After(scope.Case.State, CaseTrigger.File, NextStep.AwaitDecision),
            Filing = new Filing(scope.Now, due.End, due.BeyondPublished, request, request == Remedy.Modify ? scope.Case.Wanted : new OrderChanges(), missing) { Also = request == Remedy.Cancel ? [.. scope.Case.Rest.Select(rest => rest.OrderNo)] : [] },
            OverdueTold = false,
        };
        scope.AskNothing();
        scope.Note(new ApplicationFiled(due.End, missing));
        ReviewNarrator.Wait(scope, "review.filed");
    }

    private static bool Wait(TurnScope scope, Heard heard)
    {
        if (heard is { Option: null, Understood.Intent: Intent.StatusQuery })
        {
            ReviewNarrator.Wait(scope, "review.status");
            return true;
        }

        if (heard.Option is null && Digression.Answer(scope, heard.Understood.Intent))
        {
            return true;
        }

        // A button means what its label says, pressed or typed: it is no statement.
        if (heard.Option is not null || !NoteStatement(scope, heard))
        {
            ReviewNarrator.Wait(scope, "review.status");
        }

        return true;
    }
}
