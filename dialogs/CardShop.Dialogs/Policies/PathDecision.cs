using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Policies;

/// <summary>What the rules make of an order.</summary>
/// <param name="Step">What is to be done next.</param>
/// <param name="Path">The path; null while a person or the customer still has to choose.</param>
/// <param name="Remedy">For <see cref="PathStep.Act"/>: what can be done; null when both can and the customer chooses.</param>
/// <param name="Odds">The chance, as far as the rules name one.</param>
/// <param name="Cause">Why it is not done at once, for the customer; null when it is.</param>
/// <param name="Rules">The rules behind it.</param>
public sealed record PathDecision(PathStep Step, CasePath? Path, Remedy? Remedy, Odds Odds, PathCause? Cause, IReadOnlyList<string> Rules);

/// <summary>What is to be done with an order next.</summary>
public enum PathStep
{
    /// <summary>It can be cancelled or changed at once.</summary>
    Act,

    /// <summary>A reviewer decides (P2).</summary>
    Review,

    /// <summary>The recipient has to be asked (P3).</summary>
    Coordinate,

    /// <summary>The payment record decides (P6).</summary>
    Reconcile,

    /// <summary>A person has to look (P9).</summary>
    Person,

    /// <summary>There is nothing to do.</summary>
    Nothing,
}

/// <summary>The chance of success, only as far as the rule book gives one (rules P1, P4, R4, D9).</summary>
public enum Odds
{
    /// <summary>The rules give no figure, so none is said.</summary>
    NoFigure,

    /// <summary>Above 90% (P1).</summary>
    AboveNinety,

    /// <summary>Certain (P4).</summary>
    Certain,

    /// <summary>About 70% (R4).</summary>
    AboutSeventy,

    /// <summary>Good, without a figure (P9: the target does not exist).</summary>
    Good,

    /// <summary>Hard (P3).</summary>
    Hard,
}

/// <summary>Why an order is not cancelled or changed at once.</summary>
public enum PathCause
{
    /// <summary>The golden window is over (P2).</summary>
    WindowOver,

    /// <summary>It is being shipped (P2, P7).</summary>
    Shipping,

    /// <summary>A part has been delivered (P9).</summary>
    PartlyDelivered,

    /// <summary>It has been delivered (P2).</summary>
    Delivered,

    /// <summary>It has been delivered to an account that does not exist (P9).</summary>
    DeliveredToNobody,

    /// <summary>It has been delivered to somebody else (P3).</summary>
    DeliveredToStranger,

    /// <summary>The card code has been seen (P10).</summary>
    CodeSeen,

    /// <summary>The shop wants a reviewer's word first (P9).</summary>
    ShopWantsReview,

    /// <summary>The shop can't do it for this product (P9, D9).</summary>
    ShopCannot,

    /// <summary>Risk control has frozen the order (D9).</summary>
    Frozen,

    /// <summary>The shop has marked it as abnormal (P9).</summary>
    Abnormal,

    /// <summary>Nobody knows how far delivery is (P2).</summary>
    DeliveryUnknown,

    /// <summary>A part has been paid back already (P2).</summary>
    PartRefunded,

    /// <summary>The payment is still being confirmed (D6).</summary>
    PaymentConfirming,

    /// <summary>The channel has the money and the order does not show it (P6).</summary>
    PaidNotBooked,

    /// <summary>It has been paid back already (D6).</summary>
    AlreadyRefunded,

    /// <summary>It was closed unpaid.</summary>
    AlreadyClosed,

    /// <summary>It is paid and booked: nothing was lost (T7).</summary>
    PaidAndBooked,
}
