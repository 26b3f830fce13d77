using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>
/// Several cases in one conversation. The customer talks about one of them at a time; the others are parked and still heard of. One that needs its customer
/// comes back by itself, once nothing else is being asked.
/// </summary>
internal static class Parking
{
    /// <summary>Puts the case in hand aside, if there is still something to come of it, so that another one can be opened.</summary>
    public static void ParkFront(TurnScope scope)
    {
        if (scope.State.Case is { } file && HasMoreToCome(file))
        {
            scope.State = scope.State with { Case = null, Parked = [.. scope.State.Parked, file] };
        }
    }

    /// <summary>Whether a message tells of another mistake than the one that waits for somebody else's answer.</summary>
    public static bool IsAnotherReport(CaseFile file, Heard heard)
    {
        if (file.State is not (CaseState.UnderReview or CaseState.AwaitingRecipient or CaseState.AwaitingReconciliation))
        {
            return false;
        }

        var said = heard.Understood;
        var tellsAnother = said.Problem is { } problem && problem != file.Problem && !file.Also.Contains(problem);
        var namesAnother = said.Entities.OrderNos is [var number, ..] && number != file.Order?.OrderNo;
        return heard.Option == Buttons.Restart || (heard.Option is null && (said.Intent == Intent.ReportError || namesAnother) && (tellsAnother || namesAnother));
    }

    /// <summary>The parked case that something is about; null when it is about the one in hand, or none.</summary>
    public static CaseFile? Concerned(Turn turn, Policies.PolicySettings settings) => turn.State.Parked.Count == 0 ? null : turn.Incoming switch
    {
        ReviewDecided decided => Numbered(turn.State, decided.CaseNumber),
        PersonActed acted => Numbered(turn.State, acted.CaseNumber),
        CommandAnswered answered => Numbered(turn.State, answered.Command.CaseNumber),
        OrderMoved moved => About(turn.State, moved.OrderNo),
        RecipientAnswered answered => About(turn.State, answered.OrderNo),
        DeadlineReached reached => Due(turn, reached.Kind, settings),
        _ => null,
    };

    /// <summary>The conversation with another of its cases in hand.</summary>
    public static ConversationState WithFront(ConversationState state, CaseFile file) => state with
    {
        Case = file,
        Parked = [.. state.Parked.Where(parked => parked.Number != file.Number), .. state.Case is { } front && front.Number != file.Number ? [front] : Array.Empty<CaseFile>()],
        Asked = null,
        Offered = [],
    };

    /// <summary>
    /// The conversation after something has happened to a parked case: the case goes back to where it was, and the question that was open stays open. Only a
    /// person who has come for it keeps it in hand.
    /// </summary>
    public static Decided PutBack(ConversationState before, Decided decided)
    {
        if (before.Person is null && decided.State.Person is not null)
        {
            return decided;
        }

        var about = decided.State.Case!;
        var state = (before.Case is { } front ? WithFront(decided.State, front) : decided.State with { Case = null, Parked = [.. decided.State.Parked, about] }) with
        {
            Asked = before.Asked,
            Offered = before.Offered,
        };
        state = state with { Parked = [.. state.Parked.Where(HasMoreToCome)] };
        return decided with { State = state, About = about, Messages = [.. decided.Messages.Select(WithoutQuestion)] };
    }

    /// <summary>The parked case that needs its customer now, when nothing else is being asked; null when none does.</summary>
    public static CaseFile? Next(ConversationState state) =>
        state.Asked is null && state.Person is null && (state.Case is null || !Timers.NeedsCustomer(state.Case)) && state.Case?.State is not (CaseState.Executing or CaseState.WithHuman)
            ? state.Parked.FirstOrDefault(Timers.NeedsCustomer)
            : null;

    /// <summary>The cases of a conversation, the one in hand first.</summary>
    public static IEnumerable<CaseFile> All(ConversationState state) => state.Case is { } front ? state.Parked.Prepend(front) : state.Parked;

    private static bool HasMoreToCome(CaseFile file) => file.State != CaseState.Closed || Timers.AwaitsRefund(file);

    private static CaseFile? Numbered(ConversationState state, string number) => state.Parked.FirstOrDefault(file => file.Number == number);

    private static CaseFile? About(ConversationState state, string orderNo) =>
        state.Case?.Order?.OrderNo == orderNo ? null : state.Parked.FirstOrDefault(file => file.Order?.OrderNo == orderNo);

    /// <summary>The parked case whose moment has come; the one in hand goes first.</summary>
    private static CaseFile? Due(Turn turn, DeadlineKind kind, Policies.PolicySettings settings) =>
        kind is DeadlineKind.ReviewDue or DeadlineKind.RecipientDue or DeadlineKind.LookAgain or DeadlineKind.DraftRetention && !IsDue(turn, turn.State.Case, kind, settings)
            ? turn.State.Parked.FirstOrDefault(file => IsDue(turn, file, kind, settings))
            : null;

    private static bool IsDue(Turn turn, CaseFile? file, DeadlineKind kind, Policies.PolicySettings settings) => file is not null && kind switch
    {
        DeadlineKind.ReviewDue => CaseViews.ReviewDue(file) <= turn.Now && !file.OverdueTold,
        DeadlineKind.RecipientDue => CaseViews.RecipientDue(file, settings) <= turn.Now,
        DeadlineKind.LookAgain => (file.State == CaseState.AwaitingReconciliation || Timers.AwaitsRefund(file)) && !(file.NextLook > turn.Now),
        _ => Timers.NeedsCustomer(file) && turn.State.HeardAt + settings.DraftRetention <= turn.Now,
    };

    /// <summary>What a parked case would ask is asked when it comes back.</summary>
    private static Message WithoutQuestion(Message message) => message.QuestionId is null ? message with { Options = [] } : message with { QuestionId = null, Options = [], Card = null };
}
