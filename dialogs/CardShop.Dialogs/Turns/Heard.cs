using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>What the customer has said, with the button that it means, if it means one.</summary>
/// <param name="Text">As typed, without spaces at the ends.</param>
/// <param name="Understood">What the words mean.</param>
/// <param name="Option">The id of the button meant; null for free words.</param>
/// <param name="IsStale">Something was pressed on a card whose question is no longer open.</param>
internal sealed record Heard(string Text, Understood Understood, string? Option, bool IsStale)
{
    /// <summary>Hears a message in the light of what was asked and offered.</summary>
    public static Heard Of(CustomerSaid said, ConversationState state, IUnderstanding understanding)
    {
        var asked = state.Asked;
        var text = WellFormed(said.Text).Trim();
        if (said.Choice is { } choice)
        {
            var open = asked is not null && choice.Question == asked.Id;
            return new Heard(text, new Understood { Intent = Intent.Answer }, open ? choice.Option : null, !open);
        }

        var own = understanding.Understand(text, asked?.Asks);
        var understood = WithoutCaseNumbers(said.Opinion?.Complete(own, asked?.Asks) ?? own);
        return new Heard(text, understood, Pressed(text, understood, state), false);
    }

    /// <summary>The bot's own case numbers are no orders.</summary>
    private static Understood WithoutCaseNumbers(Understood understood) => understood.Entities.OrderNos.Any(StatusTalk.IsCaseNumber)
        ? understood with { Entities = understood.Entities with { OrderNos = [.. understood.Entities.OrderNos.Where(number => !StatusTalk.IsCaseNumber(number))] } }
        : understood;

    /// <summary>Pressing a button says its label; an item of a list may also be counted, or named by its id.</summary>
    private static string? Pressed(string text, Understood understood, ConversationState state)
    {
        var asked = state.Asked?.Options ?? [];
        var named = state.Offered.Concat(asked).FirstOrDefault(option => Same(option.Label, text) || Same(option.Id, text));
        if (named is not null || state.Asked?.Asks != Asks.Order)
        {
            return named?.Id;
        }

        var orders = asked.Where(option => !Buttons.IsCommon(option.Id)).ToList();
        var at = understood.Pick is { } pick ? (pick > 0 ? pick - 1 : orders.Count + pick) : -1;
        return at >= 0 && at < orders.Count ? orders[at].Id : null;
    }

    /// <summary>Half a character can't be stored: what was told would come back as something else.</summary>
    public static string WellFormed(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[++at])))
            {
                return string.Concat(text.EnumerateRunes());
            }
        }

        return text;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The ids of buttons that mean the same everywhere.</summary>
internal static class Buttons
{
    public const string Human = "human";
    public const string Restart = "restart";
    public const string Resume = "resume";
    public const string GiveUp = "give_up";
    public const string Yes = "yes";
    public const string No = "no";
    public const string Modify = "modify";
    public const string Cancel = "cancel";
    public const string OtherOrder = "other_order";
    public const string TryAgain = "try_again";
    public const string OtherEvidence = "other_evidence";
    public const string WithdrawEvidence = "withdraw_evidence";
    public const string GoOn = "go_on";
    public const string AddEvidence = "add_evidence";
    public const string Reopen = "reopen";
    public const string Documents = "documents";
    public const string IdentityCode = "identity_code";
    public const string IdentityDocument = "identity_document";
    public const string WithdrawDocument = "withdraw_document";

    /// <summary>Whose account it was (T4), the likeliest first.</summary>
    public static IReadOnlyList<string> Owners { get; } = ["owner_stranger", "owner_self", "owner_invalid"];

    /// <summary>The owner that a button names.</summary>
    public static TargetOwner? OwnerOf(string id) => id switch
    {
        "owner_stranger" => TargetOwner.Stranger,
        "owner_self" => TargetOwner.Self,
        "owner_invalid" => TargetOwner.Invalid,
        _ => null,
    };

    /// <summary>Whether an id is a button's own, and not an item of a list.</summary>
    public static bool IsCommon(string id) => id is Human or Restart or Resume or GiveUp or Yes or No or Modify or Cancel or OtherOrder or TryAgain or OtherEvidence or WithdrawEvidence
        or GoOn or AddEvidence or Reopen or Documents or IdentityCode or IdentityDocument or WithdrawDocument || OwnerOf(id) is not null || LegalTalk.IsTopic(id);

    /// <summary>The problem that a button names.</summary>
    public static Problem? ProblemOf(string id) => id switch
    {
        "wrong_region" => Problem.WrongRegion,
        "wrong_account" => Problem.WrongAccount,
        "wrong_phone" => Problem.WrongPhone,
        "wrong_product" => Problem.WrongProduct,
        "wrong_denomination" => Problem.WrongDenomination,
        "duplicate_order" => Problem.DuplicateOrder,
        "unconfirmed_payment" => Problem.UnconfirmedPayment,
        _ => null,
    };
}
