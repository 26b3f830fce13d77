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

        scope.LimitReached = count >= scope.Settings.MaxChanges;
        scope.IsLastChange = count == scope.Settings.MaxChanges - 1;
        return scope.LimitReached;
    }

    /// <summary>The limit, in words.</summary>
    public static string Limit(TurnScope scope) => scope.Settings.MaxChanges.ToString(CultureInfo.InvariantCulture);
}
