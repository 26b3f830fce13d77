using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Turns;

/// <summary>
/// Whose account it was (rule T4): the shop's record first. Where it does not know, the customer may tell, by a button beside the evidence that is asked for;
/// nothing waits for it. What they say is written into the application for the shop to check, and decides nothing (D10).
/// </summary>
internal static class OwnerTalk
{
    /// <summary>The buttons to tell it by; none where the record knows, or the customer has told.</summary>
    public static IReadOnlyList<string> Buttons(TurnScope scope) =>
        scope.Case is { State: CaseState.AwaitingReview, OwnerSaid: null, Problem: Problem.WrongAccount or Problem.WrongPhone or Problem.WrongRegion, Order: { } order } && IsUnknown(order)
            ? Turns.Buttons.Owners
            : [];

    /// <summary>Whether it has arrived, and the shop does not know with whom.</summary>
    public static bool IsUnknown(Order order) => order is { Goods: not GoodsKind.CardCode, Delivery: DeliveryState.Delivered, TargetOwner: TargetOwner.Unknown };

    /// <summary>Notes what a button has told.</summary>
    public static void Take(TurnScope scope, TargetOwner owner)
    {
        scope.Case = scope.Case with { OwnerSaid = owner };
        scope.Say("note.owner", ["T4", "D10"]);
    }
}
