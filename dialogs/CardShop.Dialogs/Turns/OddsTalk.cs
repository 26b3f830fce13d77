using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Turns;

/// <summary>
/// The odds in words: the shop's own, once enough cases like this have ended, with how many they were; before that the trade's, as the rule book gives them, and
/// it is said that they are (rules P1, R4, D9). Never a promise.
/// </summary>
internal static class OddsTalk
{
    /// <summary>The odds of the case in hand; empty where no figure is to be said. Meaningless while the turn waits for an answer.</summary>
    public static string Of(TurnScope scope)
    {
        if (scope.Case is not { Decision.Odds: Odds.AboveNinety or Odds.AboutSeventy or Odds.Hard, Order: { } order } file)
        {
            return string.Empty;
        }

        var odds = file.Decision.Odds;
        return scope.Ask(new CountRecovered(odds, order.Product)) is RecoveredAnswer own && own.Closed >= scope.Settings.OddsFrom
            ? scope.Text(
                own.Product is null ? "odds.shop" : "odds.shop_product",
                ("days", Names.Count((int)scope.Settings.OddsPeriod.TotalDays)), ("closed", Names.Count(own.Closed)), ("recovered", Names.Count(own.Recovered)), ("product", own.Product ?? string.Empty))
            : odds switch
            {
                Odds.AboveNinety => scope.Text("odds.above_ninety"),
                Odds.AboutSeventy => scope.Text("odds.about_seventy"),
                _ => string.Empty,
            };
    }
}
