using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>
/// The same order placed twice or more (rules T6, P5): one choice of which stays, one read-back that names all that go, one yes. Then each is settled by its own
/// state, one after the other (D2).
/// </summary>
internal static class DuplicateTalk
{
    /// <summary>Asks which of the newest orders that look alike stays; false where the bot finds none, or the customer means none of them.</summary>
    public static bool AskWhichStays(TurnScope scope, IReadOnlyList<Order> all)
    {
        if (scope.Case is not { Problem: Problem.DuplicateOrder, TwinsDeclined: false } || Duplicates.OfTheFirstKind(all, scope.Settings.DuplicateWithin) is not { Count: > 1 } twins)
        {
            return false;
        }

        scope.Case = scope.Case with { Twins = [.. twins.Select(order => order.OrderNo)] };
        scope.Ask(
            "ask.order.stays", Asks.Order, ["T6", "D2"], [.. twins.Select(order => new Option(order.OrderNo, OrderWords.Label(order, scope.Now))), scope.Named(Buttons.OtherOrder), scope.Named(Buttons.Human)],
            _ => Narrator.Picker(scope, twins), ("count", Names.Count(twins.Count)));
        return true;
    }

    /// <summary>Takes the one that stays: the others go, those first that can still be stopped.</summary>
    public static void Keep(TurnScope scope, string kept)
    {
        var listed = scope.Turn.CustomerId is { } customer ? scope.Ask(new ListOrders(customer)) as OrdersAnswer : null;
        var go = scope.Case.Twins.Where(number => number != kept).OrderBy(number => listed?.Orders.FirstOrDefault(order => order.OrderNo == number) is { } order && CanBeStopped(order) ? 0 : 1).ToList();
        scope.Case = scope.Case with { Kept = kept, Twins = [], TypedNumber = go[0], Facts = null, Rest = [.. go.Skip(1).Select(number => new RestOrder(number))] };
    }

    /// <summary>The other duplicates that the yes to come cancels at once, as they are now; the rest is settled after them. Null while the turn waits for an answer.</summary>
    public static IReadOnlyList<Order>? CancelledWith(TurnScope scope)
    {
        List<Order> orders = [];
        foreach (var rest in scope.Case.Rest)
        {
            if (scope.Ask(new ReadOrder(rest.OrderNo)) is OrderAnswer { Facts: var facts }
                && PathPolicy.Decide(facts, Problem.DuplicateOrder, Remedy.Cancel, scope.Now, scope.Settings) is { Step: PathStep.Act, Remedy: Remedy.Cancel })
            {
                orders.Add(facts.Order);
            }
        }

        return scope.Waits ? null : orders;
    }

    /// <summary>The order in hand is settled: on to the next one.</summary>
    public static void GoOn(TurnScope scope, Outcome outcome, CommandDone done)
    {
        var file = scope.Case;
        TakeNext(scope, file with
        {
            Settled = [.. file.Settled, new SettledOrder(done.Order.OrderNo, file.Path ?? file.Decision?.Path, outcome, done.Refund)],
            Rest = [.. file.Rest.Skip(1)],
        });
    }

    /// <summary>The shop has refused the order in hand: those that the same yes covers go first, it comes last. False where there are none.</summary>
    public static bool PutOff(TurnScope scope)
    {
        var file = scope.Case;
        if (file.Rest is not [{ Confirmed: not null }, ..] || file.Order is not { } order)
        {
            return false;
        }

        TakeNext(scope, file with { Rest = [.. file.Rest.Skip(1), new RestOrder(order.OrderNo)] });
        return true;
    }

    /// <summary>Takes up the next duplicate. What the customer has said yes to, for the version that they saw, is sent at once; anything else goes its own way.</summary>
    private static void TakeNext(TurnScope scope, CaseFile file)
    {
        var next = scope.Case.Rest[0];
        scope.Case = file with
        {
            TypedNumber = next.OrderNo,
            Facts = null,
            Pending = null,
            HeldUntil = null,
            Decision = null,
            Path = null,
            Coordination = null,
            Impossible = [],
            RefusedAtOnce = false,
            ApprovedRemedy = null,
        };
        var plan = CaseProgress.Plan(scope);
        if (scope.Waits)
        {
            return;
        }

        if (scope.Case.State == CaseState.WithHuman)
        {
            PersonDesk.Remain(scope);
        }
        else if (plan == NextStep.Confirm && scope.Case.Decision?.Remedy == Remedy.Cancel && IsCovered(scope.Case, next) && !scope.ShopIsSilent && scope.Turn.Commands == CommandMode.Live)
        {
            Send(scope);
        }
        else
        {
            CaseProgress.Go(scope, CaseTrigger.Refuse);
        }
    }

    private static void Send(TurnScope scope)
    {
        var order = scope.Case.Order!;
        var command = Commanding.Of(scope.Case, order.OrderNo, Remedy.Cancel, order.Version, new OrderChanges());
        scope.Case = scope.Case with { Pending = command, CommandCount = scope.Case.CommandCount + 1, Confirmation = null };
        scope.AskNothing();
        scope.Send(command);
        scope.Note(new Confirmed(order.OrderNo, order.Version, Remedy.Cancel, command.Key));
        scope.Say("executing.next", ["D2"], ("order", order.OrderNo));
    }

    private static bool IsCovered(CaseFile file, RestOrder next) =>
        file.Approved ? file.Filing?.Also.Contains(next.OrderNo) ?? false : next.Confirmed == file.Order?.Version;

    private static bool CanBeStopped(Order order) => order.Payment == PaymentState.Unpaid || order.Delivery is DeliveryState.None or DeliveryState.Queued;
}
