using System.Globalization;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Turns;

/// <summary>Counts changes, since too many of them trip the shop's risk control (rules G3, D8).</summary>
internal static class ChangeLimit
{
    /// <summary>Whether one more would be too many. The last one that fits is warned of.</summary>
    public static bool IsReached(TurnScope scope)
    {
        if (scope.Case.Order is not { } order || scope.Ask(new CountChanges(scope.Turn.CustomerId ?? order.OrderNo)) is not CountAnswer { Count: var count })
        {
            return false;
        }

        var wanted = 1 + scope.Case.Rest.Count;
        scope.LimitReached = count + wanted > scope.Settings.MaxChanges;
        scope.IsLastChange = count + wanted == scope.Settings.MaxChanges;
        return scope.LimitReached;
    }

    /// <summary>The limit, in words.</summary>
    public static string Limit(TurnScope scope) => scope.Settings.MaxChanges.ToString(CultureInfo.InvariantCulture);
}
