using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Turns;

/// <summary>Says where a case is, and asks what it needs next.</summary>
internal static class Narrator
{
    private const int MostOrders = 8;

    /// <summary>Says it.</summary>
    /// <param name="scope">The turn.</param>
    /// <param name="before">Where the case was before.</param>
    public static void Tell(TurnScope scope, CaseState before)
    {
        if (scope.ShopIsSilent && scope.Case.State is not (CaseState.AskingProblem or CaseState.Closed))
        {
            scope.Offer("note.shop_silent", ["H3"], [Buttons.TryAgain, Buttons.Human]);
            return;
        }

        ShowOrder(scope);
        switch (scope.Case.State)
        {
            case CaseState.AskingProblem:
                Welcome.Invite(scope, "ask.problem", "T1", "T2", "T3");
                break;
            case CaseState.ChoosingOrder:
                AskOrder(scope);
                break;
            case CaseState.AskingOrderNumber:
                AskNumber(scope);
                break;
            case CaseState.AskingContact:
                scope.Ask("ask.contact", Asks.Contact, [], [scope.Named(Buttons.Human)], null, ("order", scope.Case.TypedNumber ?? string.Empty));
                break;
            case CaseState.ChoosingRemedy:
                scope.Ask("ask.remedy", Asks.Remedy, Rules(scope), Named(scope, Buttons.Modify, Buttons.Cancel, Buttons.OtherOrder, Buttons.Human), null);
                break;
            case CaseState.AskingCorrection:
                AskCorrection(scope);
                break;
            case CaseState.Confirming:
                ReadBackNarrator.Ask(scope);
                break;
            case CaseState.AwaitingReview or CaseState.AwaitingRecipient or CaseState.AwaitingReconciliation:
                TellRecorded(scope, before);
                break;
            case CaseState.Closed:
                TellNothingToDo(scope);
                break;
        }
    }

    /// <summary>A found order is shown once, with its clock and its odds as far as the rules give them (G4, D9).</summary>
    private static void ShowOrder(TurnScope scope)
    {
        if (!scope.JustFound || scope.Case is not { Order: { } order })
        {
            return;
        }

        var line = OrderWords.Line(order, scope.Language, scope.Now, scope.Settings);
        scope.Say("order.found", ["P1"], ("product", line.Product), ("amount", line.Amount), ("order", order.OrderNo), ("status", line.Status));
        if (scope.Case.Decision is { Step: PathStep.Act } decision && line.WindowEnd is { } end)
        {
            scope.Say(
                decision.Odds == Odds.AboveNinety ? "order.window_odds" : "order.window", ["P1", "G4"],
                ("left", Formats.Left(end - scope.Now, scope.Language)), ("until", Formats.Moment(end, scope.Now)));
        }

        if (scope.JustHeld)
        {
            scope.Say("order.held", ["P1"], ("minutes", ((int)scope.Settings.HoldLease.TotalMinutes).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    private static void AskOrder(TurnScope scope)
    {
        switch (scope.Ask(new ListOrders(scope.Turn.CustomerId!)))
        {
            case null:
                return;
            case OrdersAnswer { Orders: { Count: > 0 } all }:
                var orders = all.Where(order => order.Payment is not (PaymentState.Closed or PaymentState.Refunded)).Take(MostOrders).ToList();
                orders = orders.Count > 0 ? orders : [.. all.Take(MostOrders)];
                var options = orders.Select(order => new Option(order.OrderNo, OrderWords.Label(order, scope.Now))).Append(scope.Named(Buttons.Human));
                scope.Ask("ask.order.pick", Asks.Order, [], [.. options], _ => new OrderPickerCard(
                    scope.Text("card.orders"), [.. orders.Select(order => OrderWords.Line(order, scope.Language, scope.Now, scope.Settings))]));
                return;
            default:
                AskNumber(scope);
                return;
        }
    }

    private static void AskNumber(TurnScope scope) => scope.Ask("ask.order.number", Asks.Order, [], [scope.Named(Buttons.Human)], null);

    private static void AskCorrection(TurnScope scope)
    {
        var order = scope.Case.Order!;
        var field = WantedFields.Missing(scope.Case, order) ?? Asks.Target;
        var current = WantedFields.ValueOf(order, field);
        var shown = field is Asks.Account or Asks.Phone && current is not null ? Masking.Mask(current) : current;
        scope.Ask(
            "ask.correction." + field.ToString().ToLowerInvariant(), field, ["G1"], Named(scope, Buttons.Cancel, Buttons.OtherOrder, Buttons.Human), null,
            ("current", shown ?? scope.Text("format.nothing")));
    }

    private static void TellRecorded(TurnScope scope, CaseState before)
    {
        var decision = scope.Case.Decision!;
        if (before == scope.Case.State)
        {
            scope.Tell("recorded.still", decision.Rules, [Buttons.Human], ("number", scope.Case.Number));
            return;
        }

        scope.Case = scope.Case with { Path = decision.Path, Confirmation = null };
        scope.AskNothing();
        scope.Note(new CaseRecorded(decision.Path ?? CasePath.ManualReview));
        scope.Say("cause." + Snake(decision.Cause!.Value), decision.Rules);
        var (key, rules) = scope.Case.State switch
        {
            CaseState.AwaitingRecipient => ("recorded.recipient", (IReadOnlyList<string>)["P3", "L1", "E5"]),
            CaseState.AwaitingReconciliation => ("recorded.reconcile", ["P6", "D6"]),
            _ => decision.Odds switch
            {
                Odds.AboutSeventy => ("recorded.review_own", ["P2", "R3", "R4", "E4", "E5"]),
                Odds.Good => ("recorded.review_good", ["P2", "R3", "P9", "E5"]),
                _ => ("recorded.review", ["P2", "R3", "E4", "E5"]),
            },
        };
        (string, string)[] facts =
        [
            ("number", scope.Case.Number),
            ("fewest", scope.Settings.ReviewDays.Fewest.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("most", scope.Settings.ReviewDays.Most.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ];
        if (scope.Case.Evidence.Count == 0)
        {
            scope.AskFiles(key, rules, [Buttons.Human], facts);
            return;
        }

        // What was sent before is not asked for again.
        scope.Say(key, rules, facts);
        EvidenceIntake.Checklist(scope);
    }

    private static void TellNothingToDo(TurnScope scope)
    {
        var decision = scope.Case.Decision!;
        scope.Case = scope.Case with { Path = CasePath.NoAction, Outcome = Outcome.NothingLost, Confirmation = null };
        scope.AskNothing();
        scope.Note(new CaseClosed(Outcome.NothingLost));
        scope.Tell("cause." + Snake(decision.Cause!.Value), decision.Rules, [Buttons.Human]);
    }

    private static IReadOnlyList<string> Rules(TurnScope scope) => scope.Case.Decision?.Rules ?? [];

    private static IReadOnlyList<Option> Named(TurnScope scope, params string[] ids) => [.. ids.Select(scope.Named)];

    private static string Snake(PathCause cause) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(cause.ToString());
}
