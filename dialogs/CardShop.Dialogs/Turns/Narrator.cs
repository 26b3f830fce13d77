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
        if (scope.ShopIsSilent && scope.Case.State is not (CaseState.AskingProblem or CaseState.Guided or CaseState.Closed))
        {
            scope.Offer("note.shop_silent", ["H3"], [Buttons.TryAgain, Buttons.Human]);
            return;
        }

        ShowOrder(scope);
        switch (scope.Case.State)
        {
            case CaseState.AskingProblem:
                Welcome.Invite(scope, scope.Case.IsMinor ? "ask.problem_minor" : "ask.problem", "T1", "T2", "T3");
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
                scope.Ask(scope.Case.Decision?.Step == PathStep.Review ? "ask.request" : "ask.remedy", Asks.Remedy, Rules(scope), Named(scope, Buttons.Modify, Buttons.Cancel, Buttons.OtherOrder, Buttons.Human), null);
                break;
            case CaseState.AskingCorrection:
                AskCorrection(scope);
                break;
            case CaseState.Confirming:
                ReadBackNarrator.Ask(scope);
                break;
            case CaseState.AwaitingReview:
                ReviewNarrator.Gather(scope, before);
                break;
            case CaseState.ReadingApplication:
                ReviewNarrator.Read(scope);
                break;
            case CaseState.UnderReview:
                ReviewNarrator.Wait(scope, before == CaseState.AwaitingReview ? "review.piece_passed" : "review.status");
                break;
            case CaseState.AwaitingRecipient when before == CaseState.AwaitingRecipient || scope.Case.Coordination is not null:
                Coordinating.TellStatus(scope);
                break;
            case CaseState.AwaitingRecipient:
                Coordinating.Begin(scope);
                break;
            case CaseState.Guided:
                Guiding.End(scope);
                break;
            case CaseState.AwaitingReconciliation:
                TellRecorded(scope, before);
                break;
            case CaseState.Closed:
                TellNothingToDo(scope, before);
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

        var twin = scope.Case.Problem == Problem.DuplicateOrder && scope.Turn.CustomerId is { } customer && scope.Ask(new ListOrders(customer)) is OrdersAnswer { Orders: var all }
            ? all.FirstOrDefault(other => other.OrderNo == scope.Case.Kept) ?? Duplicates.TwinOf(order, all, scope.Settings.DuplicateWithin)
            : null;
        var line = OrderWords.Line(order, scope.Language, scope.Now, scope.Settings);
        scope.Say("order.found", ["P1"], ("product", line.Product), ("amount", line.Amount), ("order", order.OrderNo), ("status", line.Status));
        StatusTalk.TellOfOrder(scope, order.OrderNo);
        if (twin is not null)
        {
            scope.Say("order.twin", ["T6", "P5"], ("order", twin.OrderNo), ("status", OrderWords.Status(twin, scope.Language)));
        }

        if (scope.Case.Decision is { Step: PathStep.Act } decision && line.WindowEnd is { } end)
        {
            scope.Say(
                decision.Odds == Odds.AboveNinety ? "order.window_odds" : "order.window", ["P1", "G4"],
                ("odds", OddsTalk.Of(scope)), ("left", Formats.Left(end - scope.Now, scope.Language)), ("until", Formats.Moment(end, scope.Now)));
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
            case OrdersAnswer { Orders: { Count: > 0 } all } when DuplicateTalk.AskWhichStays(scope, all):
                return;
            case OrdersAnswer { Orders: { Count: > 0 } all }:
                var twins = scope.Case.Problem == Problem.DuplicateOrder ? Duplicates.Among(all, scope.Settings.DuplicateWithin).Take(MostOrders).ToList() : [];
                var orders = twins.Count > 0 ? twins : all.Where(order => order.Payment is not (PaymentState.Closed or PaymentState.Refunded)).Take(MostOrders).ToList();
                orders = orders.Count > 0 ? orders : [.. all.Take(MostOrders)];
                var options = orders.Select(order => new Option(order.OrderNo, OrderWords.Label(order, scope.Now))).Append(scope.Named(Buttons.Human));
                scope.Ask(twins.Count > 0 ? "ask.order.duplicate" : "ask.order.pick", Asks.Order, twins.Count > 0 ? ["T6"] : [], [.. options], _ => Picker(scope, orders));
                return;
            default:
                AskNumber(scope);
                return;
        }
    }

    /// <summary>The card that orders are chosen by.</summary>
    public static OrderPickerCard Picker(TurnScope scope, IEnumerable<Order> orders) =>
        new(scope.Text("card.orders"), [.. orders.Select(order => OrderWords.Line(order, scope.Language, scope.Now, scope.Settings))]);

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
        scope.Note(new CaseRecorded(decision.Path!.Value));
        scope.Say("cause." + Names.Snake(decision.Cause!.Value), decision.Rules);
        if (scope.Case.Evidence.Count == 0)
        {
            scope.AskFiles("recorded.reconcile", ["P6", "D6"], [Buttons.Human], ("number", scope.Case.Number));
            return;
        }

        // What was sent before is not asked for again.
        scope.Say("recorded.reconcile", ["P6", "D6"], ("number", scope.Case.Number));
        EvidenceIntake.Checklist(scope);
    }

    private static void TellNothingToDo(TurnScope scope, CaseState before)
    {
        var decision = scope.Case.Decision!;
        if (before == CaseState.AwaitingReconciliation && decision.Cause is PathCause.PaidAndBooked or PathCause.AlreadyRefunded)
        {
            scope.Case = scope.Case with { Path = CasePath.Reconcile, Outcome = Outcome.Reconciled, Confirmation = null };
            scope.AskNothing();
            scope.Note(new CaseClosed(Outcome.Reconciled));
            scope.Tell(decision.Cause == PathCause.PaidAndBooked ? "reconciled.booked" : "reconciled.paid_back", ["P6", "D6"], [Buttons.Restart], ("number", scope.Case.Number));
            return;
        }

        // What was applied for and has been paid back meanwhile was not nothing.
        var (path, outcome) = scope.Case.Filing is not null && decision.Cause == PathCause.AlreadyRefunded
            ? (scope.Case.Path, Outcome.Refunded)
            : (CasePath.NoAction, Outcome.NothingLost);
        scope.Case = scope.Case with { Path = path, Outcome = outcome, Confirmation = null };
        scope.AskNothing();
        scope.Note(new CaseClosed(outcome));
        scope.Tell("cause." + Names.Snake(decision.Cause!.Value), decision.Rules, [Buttons.Human]);
    }

    private static IReadOnlyList<string> Rules(TurnScope scope) => scope.Case.Decision?.Rules ?? [];

    private static IReadOnlyList<Option> Named(TurnScope scope, params string[] ids) => [.. ids.Select(scope.Named)];
}
