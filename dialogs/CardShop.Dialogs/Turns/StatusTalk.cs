using System.Text.RegularExpressions;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>Where a case stands, asked by its number or for all of one's own, from whichever conversation (rules R5, H1). A case number proves nothing: only its customer is told.</summary>
internal static partial class StatusTalk
{
    private const int MostCases = 3;

    /// <summary>Answers a message that names a case; false when it names none.</summary>
    public static bool Hear(TurnScope scope, Heard heard)
    {
        if (heard.Option is not null || !CaseNumber().IsMatch(heard.Text) || heard.Understood is { Problem: not null } or { Intent: Intent.FraudReport or Intent.AskHuman })
        {
            return false;
        }

        Tell(scope, CaseNumber().Match(heard.Text).Value.ToUpperInvariant());
        return true;
    }

    /// <summary>Whether a number is one of a case.</summary>
    public static bool IsCaseNumber(string number) => CaseNumber().Match(number) is { Success: true, Length: var length } && length == number.Length;

    /// <summary>Tells of the customer's own latest cases, asked without a number; false where nobody is signed in, or nothing is known.</summary>
    public static bool TellAll(TurnScope scope)
    {
        if (scope.Turn.CustomerId is not { } customer)
        {
            return false;
        }

        var answer = scope.Ask(new ListCases(customer, MostCases));
        if (scope.Waits)
        {
            return true;
        }

        if (answer is not CasesAnswer { Views: { Count: > 0 } views })
        {
            return false;
        }

        foreach (var view in views)
        {
            Tell(scope, view);
        }

        return true;
    }

    /// <summary>An order whose case somebody is seeing to already, begun in another conversation: nobody applies twice without knowing it. What moves is guarded by the order's version.</summary>
    public static void TellOfOrder(TurnScope scope, string orderNo)
    {
        if (scope.Ask(new FindCaseOfOrder(orderNo)) is CaseAnswer { View: var view })
        {
            scope.Say("status.same_order", ["R5", "G2"], ("number", view.Number), ("where", Where(scope, view)));
        }
    }

    private static string Where(TurnScope scope, CaseView view) =>
        scope.Text(view.Outcome is { } outcome ? "status.outcome." + Names.Snake(outcome) : "status.stage." + Names.Snake(view.Stage));

    private static void Tell(TurnScope scope, string number)
    {
        if (Parking.All(scope.State).FirstOrDefault(file => file.Number == number) is { } own)
        {
            Tell(scope, CaseViews.Of(own, null, [], scope.Settings));
            return;
        }

        if (scope.Turn.CustomerId is not { } customer)
        {
            scope.Tell("status.sign_in", ["R5", "E3"], [Buttons.Human], ("number", number));
            return;
        }

        switch (scope.Ask(new FindCase(number, customer)))
        {
            case null:
                return;
            case CaseAnswer found:
                Tell(scope, found.View);
                return;
            default:
                scope.Tell("status.unknown", ["R5"], [Buttons.Human], ("number", number));
                return;
        }
    }

    private static void Tell(TurnScope scope, CaseView view)
    {
        var order = view.Orders is [{ No: var no }, ..] ? scope.Text("status.order", ("order", no)) : string.Empty;
        scope.Say("status.case", ["R5", "H1"], ("number", view.Number), ("order", order), ("where", Where(scope, view)), ("next", Next(scope, view)));
    }

    /// <summary>What comes next and by when, as far as it is known (R3, P11).</summary>
    private static string Next(TurnScope scope, CaseView view) => view switch
    {
        { Refund: { State: not "arrived", ExpectedBy: { } by } refund } =>
            scope.Text("status.refund", ("method", refund.Method ?? scope.Text("format.original_way")), ("day", Formats.Day(by))),
        { Refund.State: "arrived" } => scope.Text("status.refund_arrived"),
        { Outcome: null, DeadlineKind: "review" or "recipient", Deadline: { } due } => scope.Text("status.due", ("day", Formats.Day(due))),
        { Outcome: null, DeadlineKind: "window", Deadline: { } end } when end > scope.Now => scope.Text("status.window", ("until", Formats.Moment(end, scope.Now))),
        _ => string.Empty,
    };

    [GeneratedRegex(@"(?<![A-Za-z0-9])CS-\d{6}-[0-9A-Z]{5}(?![A-Za-z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CaseNumber();
}
