using System.Globalization;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Turns;

/// <summary>How long it may take until a person comes, as far as anything is known of it (rule H1).</summary>
internal static class DeskHours
{
    /// <summary>Says the expected wait where one was measured, and what happens next where nobody is there.</summary>
    public static void Tell(TurnScope scope)
    {
        if (scope.State.Person is not null || scope.Ask(new CountWaiting()) is not DeskAnswer desk)
        {
            return;
        }

        if (desk is { Staffing: DeskStaffing.Staffed, Wait: { } wait })
        {
            scope.Add("desk.expected_wait", ("minutes", Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes)).ToString(CultureInfo.InvariantCulture)));
        }
        else if (desk is { Staffing: not DeskStaffing.Staffed, AnswerBy: { } by })
        {
            scope.Add(desk.Staffing == DeskStaffing.AfterHours ? "desk.after_hours" : "desk.nobody_online", ("moment", Formats.Moment(by, scope.Now)));
        }
    }
}
