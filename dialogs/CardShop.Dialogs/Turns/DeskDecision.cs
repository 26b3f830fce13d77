using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>What a person at our own desk decides: by the same rules and commands as the bot, on the order as it is now (rules R5, D4, D7).</summary>
internal static class DeskDecision
{
    /// <summary>Approves, refuses, or asks for a piece.</summary>
    public static void Run(TurnScope scope, ReviewDecided decided, PersonalDecision personal)
    {
        var verb = decided.Verdict switch
        {
            ReviewVerdict.Approve => DeskVerb.Approve,
            ReviewVerdict.Refuse => DeskVerb.Refuse,
            _ => DeskVerb.AskForPiece,
        };
        if (scope.State.Case is not { } file || file.Number != decided.CaseNumber)
        {
            Note(scope, personal, verb, DeskDecisionResult.NotNow);
        }
        else if (IsDecided(file, personal))
        {
            Note(scope, personal, verb, DeskDecisionResult.AlreadyDecided);
        }
        else if (verb == DeskVerb.Approve)
        {
            Approve(scope, personal, decided.Reason);
        }
        else if (CaseStages.Of(file.State) is not (Stage.WithHuman or Stage.UnderReview or Stage.Evidence or Stage.Filing or Stage.Coordinating))
        {
            Note(scope, personal, verb, DeskDecisionResult.NotNow);
        }
        else
        {
            scope.Case = file with { FirstApproval = null };
            Say(scope, decided);
            Note(scope, personal, verb, DeskDecisionResult.Done);
        }
    }

    /// <summary>The case goes to the recipient, where the rules send it there (P3).</summary>
    public static void Coordinate(TurnScope scope, CoordinationWanted wanted)
    {
        var personal = new PersonalDecision(wanted.By);
        if (scope.OpenCase is not { Pending: null, Problem: not null } || scope.Case.State == CaseState.AwaitingRecipient)
        {
            Note(scope, personal, DeskVerb.Coordinate, scope.OpenCase?.State == CaseState.AwaitingRecipient ? DeskDecisionResult.AlreadyDecided : DeskDecisionResult.NotNow);
            return;
        }

        var next = CaseProgress.Plan(scope);
        if (scope.Waits)
        {
            return;
        }

        if (next != NextStep.Coordinate || scope.ShopIsSilent || scope.Turn.Commands != CommandMode.Live)
        {
            Note(scope, personal, DeskVerb.Coordinate, DeskDecisionResult.NotNow);
            return;
        }

        if (scope.State.Person is { } person)
        {
            scope.State = scope.State with { Person = null };
            scope.Note(new PersonWent(person.Id, person.Name, PersonLeaving.HandsBack));
            scope.Say("desk.left", ["H3"], ("name", person.Name));
        }

        Note(scope, personal, DeskVerb.Coordinate, DeskDecisionResult.Done);
        CaseProgress.Go(scope, scope.Case.State == CaseState.WithHuman ? CaseTrigger.Resume : CaseTrigger.Advance);
    }

    /// <summary>Ends the case, and with it the conversation of whoever had it. What is with the shop is waited for first.</summary>
    public static void Close(TurnScope scope, PersonClosed closed)
    {
        var personal = new PersonalDecision(closed.By);
        if (scope.OpenCase is not { } file)
        {
            Note(scope, personal, DeskVerb.Close, DeskDecisionResult.AlreadyDecided);
            return;
        }

        if (!DeskAdvice.Closings(file, scope.Turn.Commands == CommandMode.Live).Contains(closed.Outcome) || CaseMachine.After(file.State, CaseTrigger.Decline, NextStep.Nothing) != CaseState.Closed)
        {
            Note(scope, personal, DeskVerb.Close, DeskDecisionResult.NotNow);
            return;
        }

        Holding.Release(scope);
        scope.Case = scope.Case with
        {
            State = CaseState.Closed,
            Path = file.Path ?? file.Decision?.Path ?? PathOf(closed.Outcome),
            Outcome = closed.Outcome,
            Confirmation = null,
            WantedPiece = null,
            FirstApproval = null,
            HelpedBy = closed.By.Name,
        };
        if (scope.State.Person is { } person)
        {
            scope.State = scope.State with { Person = null };
            scope.Note(new PersonWent(person.Id, person.Name, PersonLeaving.HandsBack));
        }

        scope.AskNothing();
        scope.Note(new CaseClosed(closed.Outcome));
        Note(scope, personal, DeskVerb.Close, DeskDecisionResult.Done);
        scope.Say("desk.closed", ["D7"], ("name", closed.By.Name), ("number", file.Number));
    }

    /// <summary>Approved before, or ended. What was approved and still lacks the customer's yes can be approved again with it.</summary>
    private static bool IsDecided(CaseFile file, PersonalDecision personal) => file.State == CaseState.Closed || file.Pending is not null
        || ((file.Approved || file.ApprovedRemedy is not null) && !(personal.CustomerAgreed && file.ApprovedRemedy == personal.Remedy));

    private static void Approve(TurnScope scope, PersonalDecision personal, string? reason)
    {
        OrderReading.Read(scope);
        if (scope.Waits)
        {
            return;
        }

        var (file, signedIn) = (scope.Case, scope.Turn.CustomerId is not null);
        if (personal.Remedy is not { } remedy || scope.ShopIsSilent || !DeskAdvice.IsPossible(file, remedy))
        {
            Note(scope, personal, DeskVerb.Approve, DeskDecisionResult.NotNow);
            return;
        }

        var against = DeskAdvice.IsAgainst(file, remedy, signedIn, scope.Now, scope.Settings);
        if (against && !personal.MayOverride)
        {
            Note(scope, personal, DeskVerb.Approve, DeskDecisionResult.NotAgainstAdvice, against);
            return;
        }

        if (DeskAdvice.TakesTwo(file, scope.Settings) && file.ApprovedRemedy is null && !IsSecond(file.FirstApproval, personal))
        {
            scope.Case = file with { FirstApproval = new FirstApproval(personal.By.Id, personal.By.Name, remedy, scope.Now, reason) };
            Note(scope, personal, DeskVerb.Approve, DeskDecisionResult.FirstOfTwo, against);
            return;
        }

        var atOnce = DeskAdvice.Of(file, remedy, signedIn, scope.Now, scope.Settings)?.Step == PathStep.Act;
        scope.Case = file with { Remedy = remedy, ApprovedRemedy = remedy, Approved = !atOnce, WantedPiece = null, FirstApproval = null };
        CarryOut(scope, personal, remedy, against, scope.Case.Filing?.Covers(remedy, file.Wanted) ?? false);
        if (!scope.Waits && scope.Case.ApprovedRemedy is null)
        {
            scope.Case = file;
        }
    }

    private static void CarryOut(TurnScope scope, PersonalDecision personal, Remedy remedy, bool against, bool covered)
    {
        var next = CaseProgress.Plan(scope);
        if (scope.Waits)
        {
            return;
        }

        // Neither a frozen order nor a target that does not exist becomes possible by an approval.
        if (next != NextStep.Confirm || scope.Case.Decision?.Remedy != remedy)
        {
            scope.Case = scope.Case with { ApprovedRemedy = null };
            Note(scope, personal, DeskVerb.Approve, DeskDecisionResult.NotNow, against);
        }
        else if (scope.Turn.Commands != CommandMode.Live)
        {
            scope.Say("review.approved", ["R5", "D4"], ("number", scope.Case.Number));
            Note(scope, personal, DeskVerb.Approve, DeskDecisionResult.Done, against);
            PersonDesk.Call(scope, PersonCause.CommandsOff, "H3");
        }
        else if (covered || personal.CustomerAgreed)
        {
            Note(scope, personal, DeskVerb.Approve, DeskDecisionResult.Done, against);
            scope.Say(
                remedy == Remedy.Modify ? "review.approved_modify" : "review.approved_refund", ["R5", "D4"], ("number", scope.Case.Number), ("order", scope.Case.Order!.OrderNo));
            ReviewTurn.CarryOut(scope);
        }
        else
        {
            // The customer's yes is still to come: the bot reads it out, at once or when the person hands back (G2).
            Note(scope, personal, DeskVerb.Approve, DeskDecisionResult.AwaitsYes, against);
            scope.Say("review.approved", ["R5", "D4"], ("number", scope.Case.Number));
            if (scope.State.Person is null)
            {
                CaseProgress.Go(scope, scope.Case.State == CaseState.WithHuman ? CaseTrigger.Resume : CaseTrigger.Advance);
            }
        }
    }

    private static bool IsSecond(FirstApproval? first, PersonalDecision personal) => first is not null && first.PersonId != personal.By.Id && first.Remedy == personal.Remedy;

    private static void Say(TurnScope scope, ReviewDecided decided)
    {
        if (decided.Verdict == ReviewVerdict.Refuse)
        {
            ReviewTurn.Refuse(scope, decided);
        }
        else
        {
            ReviewTurn.AskForPiece(scope, decided);
        }
    }

    private static void Note(TurnScope scope, PersonalDecision personal, DeskVerb verb, DeskDecisionResult result, bool against = false) =>
        scope.Note(new DeskDecided(personal.By.Id, personal.By.Name, verb, personal.Remedy, result, against));

    /// <summary>What a person has done where the rules named no path (P9) went through their hands.</summary>
    private static CasePath? PathOf(Outcome outcome) => outcome is Outcome.Cancelled or Outcome.Modified or Outcome.Refunded ? CasePath.ManualReview : null;
}
