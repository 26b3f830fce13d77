using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>Says where a review stands and what it needs next (rules P2, E4, R2, R3).</summary>
internal static class ReviewNarrator
{
    /// <summary>Evidence is gathered: at first with the reason and what it takes, later with what is missing.</summary>
    public static void Gather(TurnScope scope, CaseState before)
    {
        if (scope.Case.WantedPiece is { } piece)
        {
            scope.AskFiles("review.send_piece", ["R5", "E4"], [Buttons.GoOn, .. IdentityTalk.Offers(scope), Buttons.Human], ("link", EvidenceIntake.Named(scope, [piece])));
        }
        else if (before is CaseState.AwaitingReview or CaseState.ReadingApplication || scope.Case.Reopened)
        {
            EvidenceIntake.Checklist(scope);
        }
        else
        {
            Begin(scope);
        }
    }

    /// <summary>Reads the application back, with what is missing named once more before it is filed (E4, R2).</summary>
    public static void Read(TurnScope scope)
    {
        var (file, order, facts) = (scope.Case, scope.Case.Order!, scope.Case.Facts!);
        var missing = EvidenceChain.Missing(file, scope.Turn.CustomerId is not null);
        var rows = Rows(scope, order, Requests.Of(file, facts) ?? Remedy.Cancel);
        scope.Ask(
            missing.Count > 0 ? "ask.application_incomplete" : "ask.application", Asks.Confirm, ["R2", "E4", "G1"],
            [scope.Named(Buttons.Yes) with { Label = scope.Text("option.yes_file") }, scope.Named(Buttons.No), scope.Named(Buttons.AddEvidence), scope.Named(Buttons.Human)],
            _ => new ReceiptCard(scope.Text("card.application"), rows),
            ("rows", string.Join('\n', rows.Select(row => scope.Text("format.row", ("label", row.Label), ("value", row.Value))))),
            ("missing", EvidenceIntake.Named(scope, missing)));
    }

    /// <summary>Says that a reviewer has it, and by when the answer is due.</summary>
    public static void Wait(TurnScope scope, string key)
    {
        scope.AskNothing();
        scope.Tell(key, ["R3", "R5"], [Buttons.Documents, Buttons.Human], ("number", scope.Case.Number), ("day", Due(scope)));
    }

    /// <summary>The last working day for the answer; told to be provisional where the year's holidays are not published.</summary>
    public static string Due(TurnScope scope)
    {
        var filing = scope.Case.Filing!;
        var day = Formats.Day(filing.DueBy.AddDays(-1));
        return filing.BeyondPublished ? scope.Text("format.provisional_day", ("day", day)) : day;
    }

    private static void Begin(TurnScope scope)
    {
        var decision = scope.Case.Decision!;
        scope.Case = scope.Case with { Path = decision.Path, Confirmation = null };
        scope.AskNothing();
        scope.Note(new CaseRecorded(decision.Path ?? CasePath.ManualReview));
        scope.Say("cause." + Names.Snake(decision.Cause!.Value), decision.Rules);
        var (key, rules) = decision.Odds switch
        {
            Odds.AboutSeventy => ("recorded.review_own", (IReadOnlyList<string>)["P2", "R3", "R4", "E4", "E5"]),
            Odds.Good => ("recorded.review_good", ["P2", "R3", "P9", "E5"]),
            _ => ("recorded.review", ["P2", "R3", "E4", "E5"]),
        };
        (string, string)[] facts =
        [
            ("number", scope.Case.Number),
            ("odds", OddsTalk.Of(scope)),
            ("fewest", Names.Count(scope.Settings.ReviewDays.Fewest)),
            ("most", Names.Count(scope.Settings.ReviewDays.Most)),
        ];
        var owners = OwnerTalk.Buttons(scope);
        if (owners.Count > 0)
        {
            scope.Say("ask.owner", ["T4", "D10"]);
        }

        if (scope.Case.Evidence.Count == 0)
        {
            scope.AskFiles(key, rules, [Buttons.GoOn, .. owners, .. IdentityTalk.Offers(scope), Buttons.Human], facts);
            return;
        }

        // What was sent before is not asked for again.
        scope.Say(key, rules, facts);
        EvidenceIntake.Checklist(scope);
    }

    private static List<ReceiptRow> Rows(TurnScope scope, Order order, Remedy request)
    {
        List<ReceiptRow> rows =
        [
            new(scope.Text("field.order"), order.OrderNo),
            new(scope.Text("field.product"), OrderWords.Product(order)),
            new(scope.Text("field.paid"), Formats.Money(order.AmountFen)),
            new(scope.Text("field.cause"), Cause(scope)),
            new(scope.Text("field.request"), request == Remedy.Modify ? scope.Text("request.modify") : scope.Text("request.refund", ("amount", Formats.Money(order.AmountFen)))),
        ];
        if (request == Remedy.Modify)
        {
            rows.AddRange(WantedFields.Changes(order, scope.Case.Wanted).Select(change => new ReceiptRow(
                scope.Text("field." + change.Field.ToString().ToLowerInvariant()), scope.Text("format.from_to", ("from", change.From), ("to", change.To)))));
        }

        if (scope.Case.Rest.Count > 0 && request == Remedy.Cancel)
        {
            rows.Add(new ReceiptRow(scope.Text("field.also"), string.Join(scope.Text("format.and"), scope.Case.Rest.Select(rest => rest.OrderNo))));
        }

        if (OwnerTalk.IsUnknown(order) && scope.Case.OwnerSaid is { } owner)
        {
            rows.Add(new ReceiptRow(scope.Text("field.owner"), scope.Text("option.owner_" + Names.Snake(owner))));
        }

        var handedIn = scope.Case.Evidence.Select(evidence => evidence.Link).Distinct().ToList();
        rows.Add(new ReceiptRow(scope.Text("field.evidence"), handedIn.Count == 0 ? scope.Text("format.none") : EvidenceIntake.Named(scope, handedIn)));
        if (scope.Case.Statement is { } statement)
        {
            rows.Add(new ReceiptRow(scope.Text("field.statement"), statement));
        }

        return rows;
    }

    private static string Cause(TurnScope scope)
    {
        var problems = scope.Case.Also.Prepend(scope.Case.Problem!.Value);
        return string.Join(scope.Text("format.and"), problems.Select(problem => scope.Text("option." + Names.Snake(problem))));
    }
}
