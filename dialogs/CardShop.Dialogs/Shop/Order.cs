namespace CardShop.Dialogs.Shop;

/// <summary>Where the goods of a top-up go. A field that the product does not use is null.</summary>
/// <param name="Account">The account or id to be topped up.</param>
/// <param name="Phone">The mobile number to be topped up, 11 digits.</param>
/// <param name="Region">The game region or server (区服).</param>
public sealed record Target(string? Account = null, string? Phone = null, string? Region = null);

/// <summary>
/// An order as the shop's record has it: the only thing that decides a path (rule P). It never carries a card secret.
/// </summary>
public sealed record Order
{
    /// <summary>The shop's order number (订单号).</summary>
    public required string OrderNo { get; init; }

    /// <summary>
    /// Grows by one whenever payment, delivery, target, product, face value or the risk freeze changes. A soft hold is a lease that
    /// protects the order and leaves the version alone.
    /// </summary>
    public required long Version { get; init; }

    /// <summary>The shop's id of the customer who ordered; null for a guest's order.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The product's name as the shop sells it.</summary>
    public required string Product { get; init; }

    /// <summary>The face value as printed on the product, such as "100元" or "月卡".</summary>
    public required string Denomination { get; init; }

    /// <summary>How many units, 1 or more; 1 when the record does not say.</summary>
    public int Quantity { get; init => field = Math.Max(1, value); } = 1;

    /// <summary>What the customer pays for the whole order, in fen.</summary>
    public required long AmountFen { get; init; }

    /// <summary>Where a top-up goes; all null for card codes.</summary>
    public Target Target { get; init => field = value ?? new Target(); } = new();

    /// <summary>Top-up or card code.</summary>
    public GoodsKind Goods { get; init; }

    /// <summary>How the shop delivers it.</summary>
    public Fulfilment Fulfilment { get; init; }

    /// <summary>The payment axis.</summary>
    public PaymentState Payment { get; init; }

    /// <summary>The payment channel's own record.</summary>
    public ChannelRecord ChannelRecord { get; init; }

    /// <summary>The delivery axis.</summary>
    public DeliveryState Delivery { get; init; }

    /// <summary>The hold axis.</summary>
    public HoldState Hold { get; init; }

    /// <summary>When a soft hold ends by itself; null without one.</summary>
    public DateTimeOffset? HoldUntil { get; init; }

    /// <summary>When the order was placed.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was paid, by the record; null while unpaid.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>Whose account the target is (rule T4).</summary>
    public TargetOwner TargetOwner { get; init; } = TargetOwner.Unknown;

    /// <summary>Whether the shop holds an identity binding that proves the target to be the customer's (rule R4).</summary>
    public bool IdentityBound { get; init; }

    /// <summary>Whether anyone has looked at the card code (rules P10, D3).</summary>
    public bool CodeRevealed { get; init; }

    /// <summary>How the customer paid, in the shop's words (微信支付, 余额, …).</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>The number of the payment, as the customer's receipt has it; null where the shop doesn't tell it.</summary>
    public string? PaymentNo { get; init; }

    /// <summary>The order that this one repeats, if the shop noticed it (rule T6).</summary>
    public string? DuplicateOf { get; init; }
}

/// <summary>What the shop lets one do to an order with one action.</summary>
/// <param name="Verdict">Allowed at once, by review only, or impossible.</param>
/// <param name="Reason">A stable code for why not, such as <c>already_shipped</c>; null when allowed.</param>
/// <param name="Deadline">Until when the verdict holds, by the shop's clock; null when it names none.</param>
/// <param name="WidensWindow">The shop lets this action through after the golden window too (rule P9).</param>
public sealed record Capability(Verdict Verdict, string? Reason = null, DateTimeOffset? Deadline = null, bool WidensWindow = false);

/// <summary>The shop's verdict for each action on one version of an order.</summary>
public sealed record Capabilities
{
    /// <summary>The order's version that the verdicts are about.</summary>
    public required long Version { get; init; }

    /// <summary>Keeping the order from shipping for a while.</summary>
    public required Capability Hold { get; init; }

    /// <summary>Cancelling it; a paid one is paid back by the shop (rule D1).</summary>
    public required Capability Cancel { get; init; }

    /// <summary>Changing target, product or face value.</summary>
    public required Capability Modify { get; init; }

    /// <summary>Paying back what can no longer be cancelled.</summary>
    public required Capability Refund { get; init; }
}

/// <summary>An order together with what may be done to it: one consistent reading.</summary>
/// <param name="Order">The order.</param>
/// <param name="Capabilities">The verdicts for the same version.</param>
public sealed record OrderFacts(Order Order, Capabilities Capabilities);

/// <summary>What a refund is doing (rule P11).</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Method">By which way the money comes, in the shop's words, such as 原路退回微信支付.</param>
/// <param name="ExpectedBy">By when it should have arrived.</param>
/// <param name="AmountFen">How much, in fen.</param>
public sealed record Refund(RefundState State, string? Method, DateTimeOffset? ExpectedBy, long AmountFen);

/// <summary>The shop's word on a target that is about to be used.</summary>
/// <param name="Owner">Whose it is; <see cref="Shop.TargetOwner.Invalid"/> when it does not exist.</param>
/// <param name="Nickname">The account's nickname, masked by the shop; null when it shows none.</param>
public sealed record TargetCheck(TargetOwner Owner, string? Nickname);
