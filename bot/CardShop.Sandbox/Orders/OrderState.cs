using CardShop.Dialogs.Shop;

namespace CardShop.Sandbox.Orders;

/// <summary>All of an order that can change, as one immutable value: rules make the next state from it, and <see cref="ShopOrder.Become"/> takes it over.</summary>
internal sealed record OrderState
{
    public required string Product { get; init; }

    public required string Denomination { get; init; }

    public int Quantity { get; init; } = 1;

    public required long AmountFen { get; init; }

    public string? Account { get; init; }

    public string? Phone { get; init; }

    public string? Region { get; init; }

    public TargetOwner TargetOwner { get; init; } = TargetOwner.Unknown;

    public bool IdentityBound { get; init; }

    public GoodsKind Goods { get; init; }

    public Fulfilment Fulfilment { get; init; }

    public PaymentState Payment { get; init; }

    public ChannelRecord ChannelRecord { get; init; }

    public string PaymentMethod { get; init; } = "";

    public DateTimeOffset? PaidAt { get; init; }

    public DeliveryState Delivery { get; init; }

    public bool Frozen { get; init; }

    /// <summary>A lease is a moment, not a state: it ends by itself, whoever looks.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>The case in whose name it is held.</summary>
    public string? HeldFor { get; init; }

    public bool CodeRevealed { get; init; }

    /// <summary>What the customer has paid; 0 until then. A change to something cheaper leaves it, and sends the difference back.</summary>
    public long PaidFen { get; init; }

    /// <summary>All that was sent back, arrived or not.</summary>
    public long RefundedFen { get; init; }

    /// <summary>When the last of it should have arrived.</summary>
    public DateTimeOffset? RefundExpectedBy { get; init; }

    /// <summary>Until when the shop's own people have the refund in hand; null where it went to the payment channel at once.</summary>
    public DateTimeOffset? RefundHandedOverAt { get; init; }

    /// <summary>When money that is on its way back arrives, as long as the bot has not been told of it.</summary>
    public DateTimeOffset? ArrivalToTell { get; init; }

    /// <summary>When the order's own life takes its next step; null when it takes none.</summary>
    public DateTimeOffset? NextStepAt { get; init; }

    public Target Target => new(Account, Phone, Region);

    public long RefundableFen => PaidFen - RefundedFen;

    public bool HasMoney => Payment is PaymentState.Paid or PaymentState.PartRefunded;

    public bool IsHeldAt(DateTimeOffset now) => HeldUntil > now;

    /// <summary>The fields that the version counts: what a customer sees and agrees to. A soft hold is not among them.</summary>
    public object Versioned() => (Payment, ChannelRecord, Delivery, Frozen, (Account, Phone, Region, TargetOwner), Product, Denomination, Quantity, AmountFen, RefundedFen);
}
