using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;

namespace CardShop.Dialogs.Turns;

/// <summary>Takes a case on: reads what must be known, lets the rules decide, moves the machine, and says where it is then.</summary>
internal static class CaseProgress
{
    /// <summary>Takes the case on from where it is.</summary>
    public static void Run(TurnScope scope)
    {
        Plan(scope);
        if (!scope.Waits)
        {
            Go(scope, CaseTrigger.Advance);
        }
    }

    /// <summary>Reads what must be known and works out the next step; meaningless while the turn waits for an answer.</summary>
    public static NextStep Plan(TurnScope scope)
    {
        if (scope.Planned is { } planned)
        {
            return planned;
        }

        OrderReading.Read(scope);
        if (scope.Waits)
        {
            return NextStep.TellProblem;
        }

        var next = Decide(scope);
        if (next is NextStep.Confirm or NextStep.Apply && !WantedCheck.Passes(scope))
        {
            next = scope.Waits ? next : Decide(scope);
        }

        if (next == NextStep.Confirm && scope.Case is { Approved: false, ApprovedRemedy: null } && !scope.Waits && ChangeLimit.IsReached(scope))
        {
            next = NextStep.Person;
        }

        if (!scope.Waits)
        {
            scope.Planned = next;
        }

        return next;
    }

    /// <summary>Moves the case by the plan, and says where it is then.</summary>
    public static void Go(TurnScope scope, CaseTrigger trigger)
    {
        var next = Plan(scope);
        if (scope.Waits)
        {
            return;
        }

        if (scope.Turn.Commands == CommandMode.Off && scope.Case.Problem is not null)
        {
            PersonDesk.Call(scope, PersonCause.CommandsOff, "H3");
            return;
        }

        if (next == NextStep.Person && DeliveryTalk.IsAbout(scope.Case))
        {
            DeliveryTalk.Tell(scope);
            return;
        }

        if (next == NextStep.Person)
        {
            PersonDesk.Call(scope, scope.LimitReached ? PersonCause.TooManyChanges : PersonCause.Rules, scope.LimitReached ? ["G3"] : scope.Case.Decision?.Rules ?? []);
            return;
        }

        var before = scope.Case.State;
        var state = CaseMachine.After(before, trigger, next);
        scope.Case = scope.Case with { State = state, Confirmation = state == CaseState.Confirming ? scope.Case.Confirmation : null };
        Holding.Keep(scope);
        Narrator.Tell(scope, before);
    }

    private static Odds? FirstOddsOf(PathDecision? decision) => decision is { Step: PathStep.Act or PathStep.Review or PathStep.Coordinate } ? decision.Odds : null;

    private static NextStep Decide(TurnScope scope)
    {
        var (next, decision) = CasePlan.Next(scope.Case, scope.Turn.CustomerId is not null, scope.Now, scope.Settings);
        var former = scope.Case.Decision;
        scope.Case = scope.Case with { Decision = decision, FirstOdds = scope.Case.FirstOdds ?? FirstOddsOf(decision) };
        if (decision is not null && scope.Case.Order is { } order && (former is null || (former.Step, former.Path, former.Cause) != (decision.Step, decision.Path, decision.Cause)))
        {
            scope.Note(new PathDecided(order.OrderNo, order.Version, decision.Step, decision.Path, decision.Cause, decision.Rules));
        }

        return next;
    }
}
