using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;

namespace CardShop.Dialogs.Tests.RandomConversations;

/// <summary>What is true of every state that a turn leaves behind.</summary>
internal static class StateRules
{
    public static void Check(ConversationState before, Incoming incoming, Decided decided)
    {
        var state = decided.State;
        BrokenRule.Unless(state.QuestionCount >= before.QuestionCount, "questions are counted up");
        if (state.Case is not { } file)
        {
            BrokenRule.Unless(decided.Commands.Count == 0 && decided.Events.All(happened => happened is ReviewNoted or DeskDecided), "a case is never lost");
            return;
        }

        CheckCase(file, state.Asked, decided);
        if (incoming is CustomerSaid && state.Person is null && file.State is not (CaseState.Executing or CaseState.WithHuman or CaseState.Closed or CaseState.Guided) && CaseStages.Of(file.State) is Stage.Triage or Stage.FindingOrder or Stage.Explaining or Stage.Confirming)
        {
            BrokenRule.Unless(state.Asked is not null, "who collects answers has asked for one", () => $"{file.State}");
        }

        if (before.Case is { State: CaseState.Closed } closed && file.Number == closed.Number && !decided.Events.OfType<CaseReopened>().Any())
        {
            BrokenRule.Unless(file.State == CaseState.Closed && file.Outcome == closed.Outcome, "what has ended stays ended", () => $"{closed.State} {closed.Outcome} → {file.State} {file.Outcome}");
        }
    }

    /// <summary>Cases that something is still to come of stay with their conversation, in hand or parked, each once.</summary>
    public static void CheckAll(ConversationState before, Decided decided, DateTimeOffset moment)
    {
        CheckDeadlines(decided, moment);
        var now = Parking.All(decided.State).ToList();
        foreach (var file in Parking.All(before).Where(file => file.State != CaseState.Closed || Timers.AwaitsRefund(file)))
        {
            BrokenRule.Unless(now.Exists(known => known.Number == file.Number) || decided.About?.Number == file.Number, "a case is never lost", () => file.Number);
        }

        BrokenRule.Unless(now.DistinctBy(file => file.Number).Count() == now.Count, "a case is there once");
        BrokenRule.Unless(decided.State.Parked.All(file => file.State != CaseState.Executing || file.Pending is not null), "who executes waits for an answer");
    }

    private static void CheckCase(CaseFile file, AskedQuestion? asked, Decided decided)
    {
        BrokenRule.Unless((file.State is CaseState.Closed or CaseState.Guided) == (file.Outcome is not null), "a case has an outcome when it has ended", () => $"{file.State} {file.Outcome}");
        BrokenRule.Unless(file.Pending is null || file.State is CaseState.Executing or CaseState.WithHuman, "only a case under way waits for the shop", () => $"{file.State}");
        BrokenRule.Unless(file.State != CaseState.Executing || file.Pending is not null, "who executes waits for an answer");
        BrokenRule.Unless(file.Confirmation is null || file.State == CaseState.Confirming, "a read-back stands in its own state only", () => $"{file.State}");
        BrokenRule.Unless(file.Confirmation is null || file.Confirmation.Version <= file.Order?.Version, "a read-back names a version that was read");
        BrokenRule.Unless(file.Filing is null || file.State is not CaseState.AwaitingReview || file.WantedPiece is not null, "what is filed is not gathered for, unless a piece was asked for");
        BrokenRule.Unless(asked?.Asks != Asks.Confirm || file.State == CaseState.ReadingApplication || file.Confirmation?.Id == asked.Id, "a yes is asked for what stands", () => $"{asked} {file.Confirmation}");
        BrokenRule.Unless(file.State != CaseState.Executing || asked is null, "nothing is asked while the shop works");
        BrokenRule.Unless(file.HeldUntil is null || file.Order is not null, "a hold belongs to an order");
        BrokenRule.Unless(file.State is not (CaseState.Open or CaseState.Collecting or CaseState.Recorded), "a superstate is no case's own", () => $"{file.State}");
        BrokenRule.Unless(!decided.Events.OfType<CaseClosed>().Any() || file.Outcome is not null, "an end in the audit record is an end");
        BrokenRule.Unless(file.State != CaseState.Confirming || file is { Order: not null, Problem: not null, Decision: not null }, "a read-back knows order, problem and path");
    }

    private static void CheckDeadlines(Decided decided, DateTimeOffset now)
    {
        var file = decided.State.Case;
        foreach (var deadline in decided.Deadlines)
        {
            BrokenRule.Unless(deadline.At > now || deadline.Kind is DeadlineKind.ReviewDue or DeadlineKind.RecipientDue or DeadlineKind.DraftRetention, "a deadline lies ahead, or is made up for", deadline.ToString);
        }

        foreach (var deadline in decided.Deadlines.Where(deadline => deadline.Kind == DeadlineKind.WindowEnd))
        {
            BrokenRule.Unless(file is { Order: { Payment: PaymentState.Paid, PaidAt: { } paid } } && deadline.At == paid.AddMinutes(15), "the window ends a quarter of an hour after payment", deadline.ToString);
            BrokenRule.Unless(file is not null && CaseStages.Of(file.State) is Stage.Explaining or Stage.Confirming, "a deadline matters while it can be kept", deadline.ToString);
        }

        BrokenRule.Unless(decided.Deadlines.DistinctBy(deadline => deadline.Kind).Count() == decided.Deadlines.Count, "one deadline of a kind");
    }
}
