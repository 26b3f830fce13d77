using CardShop.Dialogs.Shop;

namespace CardShop.Sandbox.Orders;

/// <summary>A refusal of the shop.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The contract's code.</param>
/// <param name="Why">For people who read logs.</param>
internal sealed record Refusal(int Status, string Code, string Why)
{
    public static Refusal WindowOver { get; } = new(422, "window_over", "The 15 minutes after payment are over.");

    public static Refusal AlreadyShipped { get; } = new(422, "already_shipped", "The order is being shipped or has been.");

    public static Refusal Frozen { get; } = new(422, "frozen", "Risk control has frozen the order; a person has to look.");

    public static Refusal NotSupported { get; } = new(501, "not_supported", "The product can't do this.");

    public static Refusal NeedsReview { get; } = new(422, "not_allowed", "Only a reviewer may allow this.");

    public static Refusal NotAllowed(string why) => new(422, "not_allowed", why);
}

/// <summary>
/// What the shop lets one do to an order: payment record, then freeze, then delivery, then what product and shop allow, then the window (rule P9).
/// Commands and capabilities ask the same question here, so that they can't contradict each other.
/// </summary>
internal sealed class ShopRules(Catalogue catalogue)
{
    /// <summary>Why the action can't be done now; null when it can.</summary>
    /// <param name="order">The order.</param>
    /// <param name="action">The action.</param>
    /// <param name="now">The moment of the shop's receipt.</param>
    /// <param name="isApproved">A reviewer has approved the case in whose name it is (rule D4): neither the window nor the verdict "review" stands in its way any more.</param>
    public Refusal? Refuse(ShopOrder order, ShopAction action, DateTimeOffset now, bool isApproved = false) =>
        RefuseByRecord(order.State, action)
        ?? (order.State.Frozen ? Refusal.Frozen : null)
        ?? (isApproved && CanBeRedelivered(order.State, action) ? null : RefuseByDelivery(order.State, action))
        ?? RefuseByShop(order, action, isApproved)
        ?? (isApproved ? null : RefuseByWindow(order, action, now));

    /// <summary>Whether the shop lets the action through after the window too (rule P9).</summary>
    public bool WidensWindow(ShopOrder order, ShopAction action) =>
        action is ShopAction.Cancel or ShopAction.Modify && catalogue.Find(order.State.Product) is { OpenUntilShipped: true };

    /// <summary>Whether goods have gone out. A delivered code that nobody has revealed has not, if it can be made void (rule D3).</summary>
    public bool HasShipped(OrderState order) => order.Delivery switch
    {
        DeliveryState.None or DeliveryState.Queued or DeliveryState.Failed => false,
        DeliveryState.Delivered => !IsUnseenCode(order),
        _ => true,
    };

    private static Refusal? RefuseByRecord(OrderState order, ShopAction action) => (action, order.Payment) switch
    {
        (ShopAction.Hold, PaymentState.Paid or PaymentState.PartRefunded) => null,
        (ShopAction.Cancel or ShopAction.Refund, PaymentState.Paid or PaymentState.PartRefunded) => null,
        (ShopAction.Modify, PaymentState.Paid) => null,
        (ShopAction.Cancel or ShopAction.Modify, PaymentState.Unpaid) => order.ChannelRecord is ChannelRecord.None
            ? null
            : Refusal.NotAllowed("The payment channel may hold money for this order; its record decides first."),
        _ => Refusal.NotAllowed($"The payment is {order.Payment}."),
    };

    /// <summary>Approved, an order is changed although its goods have gone out: the shop's people deliver anew.</summary>
    private static bool CanBeRedelivered(OrderState order, ShopAction action) =>
        action is ShopAction.Modify && order.Delivery is DeliveryState.Processing or DeliveryState.Partial or DeliveryState.Delivered;

    private Refusal? RefuseByDelivery(OrderState order, ShopAction action) => (action, order.Delivery) switch
    {
        (ShopAction.Refund, _) => null,
        (_, DeliveryState.None or DeliveryState.Queued) => null,
        (ShopAction.Cancel or ShopAction.Modify, DeliveryState.Failed) => null,
        (ShopAction.Cancel, DeliveryState.Delivered) when IsUnseenCode(order) => null,
        (_, DeliveryState.Abnormal or DeliveryState.Unknown or DeliveryState.Failed) => Refusal.NotAllowed($"The delivery is {order.Delivery}."),
        _ => Refusal.AlreadyShipped,
    };

    private bool IsUnseenCode(OrderState order) =>
        order is { Goods: GoodsKind.CardCode, CodeRevealed: false } && catalogue.Find(order.Product) is null or { CodesStayValid: false };

    private Refusal? RefuseByShop(ShopOrder order, ShopAction action, bool isApproved) => (action, order.ByHand.Of(action)) switch
    {
        (_, Verdict.Impossible) => Refusal.NotSupported,
        // A refund is what follows an approval (rule D1): the verdict "review" has been heeded by whoever sends it.
        (not ShopAction.Refund, Verdict.Review) when !isApproved => Refusal.NeedsReview,
        (_, Verdict.Allowed) => null,
        _ => catalogue.Find(order.State.Product)?.Cannot?.Contains(action) is true ? Refusal.NotSupported : null,
    };

    private Refusal? RefuseByWindow(ShopOrder order, ShopAction action, DateTimeOffset now) =>
        action is ShopAction.Cancel or ShopAction.Modify && order.State.HasMoney && now >= order.WindowEndsAt && !WidensWindow(order, action)
            ? Refusal.WindowOver
            : null;
}
