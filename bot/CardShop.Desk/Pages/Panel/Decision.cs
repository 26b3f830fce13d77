using CardShop.Desk.Services;

namespace CardShop.Desk.Pages.Panel;

/// <summary>What is being decided.</summary>
/// <param name="Kind">Which decision.</param>
/// <param name="Approval">What is approved; null for others.</param>
public sealed record Decision(DecisionKind Kind, ApprovalOption? Approval = null);

/// <summary>The decisions of the desk.</summary>
public enum DecisionKind
{
    /// <summary>It may be done.</summary>
    Approve,

    /// <summary>It may not.</summary>
    Refuse,

    /// <summary>A piece of evidence is wanted first.</summary>
    Piece,

    /// <summary>The recipient is asked.</summary>
    Coordinate,

    /// <summary>The case ends.</summary>
    Close,
}
