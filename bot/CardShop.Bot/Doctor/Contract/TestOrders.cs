using CardShop.Dialogs.Shop;

namespace CardShop.Bot.Doctor.Contract;

/// <summary>
/// The orders at a shop's test address that the acceptance test may use up: fresh ones for each run. The demo shop makes its own; for a real shop they are
/// listed in a file (<c>doctor --shop URL --orders FILE</c>), by these names.
/// </summary>
internal sealed record TestOrders
{
    /// <summary>Whose orders they are.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Paid within the window, not shipped; it will be held and released.</summary>
    public required string Hold { get; init; }

    /// <summary>Paid within the window, not shipped; it will be cancelled.</summary>
    public required string Cancel { get; init; }

    /// <summary>The same; it will be cancelled by two requests at once.</summary>
    public required string Race { get; init; }

    /// <summary>Paid within the window, not shipped; it will get <see cref="Correction"/>.</summary>
    public required string Modify { get; init; }

    /// <summary>What <see cref="Modify"/> is changed to: at the same price.</summary>
    public required OrderChanges Correction { get; init; }

    /// <summary>Not paid; it will be cancelled.</summary>
    public required string Unpaid { get; init; }

    /// <summary>Paid longer ago than the window, not shipped, of a product that does not widen the window.</summary>
    public required string Overdue { get; init; }

    /// <summary>Delivered; it will be paid back in full, as after a reviewer's approval.</summary>
    public required string Shipped { get; init; }

    /// <summary>A guest's order.</summary>
    public required GuestOrder Guest { get; init; }

    /// <summary>Targets whose owners are known.</summary>
    public required TestTargets Targets { get; init; }
}

/// <summary>A guest's order and its proofs.</summary>
/// <param name="OrderNo">Its number.</param>
/// <param name="Contact">The contact given with it.</param>
/// <param name="QueryPassword">Its query password; null where the shop has none.</param>
internal sealed record GuestOrder(string OrderNo, string Contact, string? QueryPassword = null);

/// <summary>Targets of one product, as a customer sees them.</summary>
/// <param name="CustomerId">Who asks.</param>
/// <param name="Product">For which product.</param>
/// <param name="Own">The customer's own.</param>
/// <param name="Strangers">Somebody else's.</param>
/// <param name="Invalid">One that does not exist.</param>
internal sealed record TestTargets(string CustomerId, string Product, Target Own, Target Strangers, Target Invalid);
