using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>Checks what was meant instead before it is read back: the second slip is the likelier one (H2).</summary>
internal static class WantedCheck
{
    /// <summary>Whether it may be read back. What may not is forgotten, with a word on why, so that it is asked again.</summary>
    public static bool Passes(TurnScope scope)
    {
        if (scope.Case is not { Facts: { Order: var order } facts } || (scope.Case.Decision?.Remedy ?? Requests.Of(scope.Case, facts)) != Remedy.Modify)
        {
            return true;
        }

        scope.Case = scope.Case with { Wanted = Denominations.LikeOrder(scope.Case.Wanted, order) };
        foreach (var (field, from, to) in WantedFields.Changes(order, scope.Case.Wanted).ToList())
        {
            if (string.Equals(from, to, StringComparison.Ordinal))
            {
                Forget(scope, field, "note.same_value");
            }
            else if (field == Asks.Phone && !(to.Length == 11 && to[0] == '1' && to.All(char.IsAsciiDigit)))
            {
                Forget(scope, field, "note.phone_format");
            }
        }

        return WantedFields.Missing(scope.Case, order) is null && TargetExists(scope, order);
    }

    private static bool TargetExists(TurnScope scope, Order order)
    {
        var wanted = scope.Case.Wanted;
        if (wanted is { Account: null, Phone: null, Region: null })
        {
            return true;
        }

        var target = new Target(wanted.Account ?? order.Target.Account, wanted.Phone ?? order.Target.Phone, wanted.Region ?? order.Target.Region);
        switch (scope.Ask(new CheckTarget(wanted.Product ?? order.Product, target, scope.Turn.CustomerId)))
        {
            case null:
                return false;
            case TargetAnswer { Check.Owner: TargetOwner.Invalid }:
                foreach (var field in new[] { Asks.Account, Asks.Phone, Asks.Region }.Where(field => WantedFields.ValueOf(wanted, field) is not null))
                {
                    scope.Case = scope.Case with { Wanted = WantedFields.With(scope.Case.Wanted, field, null) };
                }

                scope.Say("note.target_invalid", ["H2", "T4"]);
                return false;
            case TargetAnswer { Check: var check }:
                scope.WantedTarget = check;
                return true;
            default:
                // A shop that can't check lets the command itself decide.
                return true;
        }
    }

    private static void Forget(TurnScope scope, Asks field, string key)
    {
        scope.Case = scope.Case with { Wanted = WantedFields.With(scope.Case.Wanted, field, null) };
        scope.Say(key, ["H2"]);
    }
}
