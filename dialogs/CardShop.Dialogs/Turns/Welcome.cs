using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>The first words, and the ways in.</summary>
internal static class Welcome
{
    /// <summary>The problems as buttons, the commonest first.</summary>
    public static IReadOnlyList<string> Ways { get; } =
        ["wrong_account", "wrong_phone", "wrong_region", "wrong_denomination", "wrong_product", "duplicate_order", "unconfirmed_payment", "human"];

    /// <summary>Greets whoever has opened the conversation.</summary>
    public static void Greet(TurnScope scope, CustomerJoined joined)
    {
        if (Languages.OfLocale(joined.Locale) is not Language.Unknown and var language)
        {
            scope.State = scope.State with { Language = language };
        }

        Invite(scope, "welcome", "P1");
    }

    /// <summary>Says something, and shows the ways in.</summary>
    public static void Invite(TurnScope scope, string key, params IReadOnlyList<string> rules) =>
        scope.Ask(key, Asks.Problem, rules, [.. Ways.Select(scope.Named)], null);
}
