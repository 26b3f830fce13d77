using CardShop.Dialogs.Shop;

namespace CardShop.Sandbox.Orders;

/// <summary>An order in any state, as the controls and the demo data describe it. What is left out is filled in by <see cref="OrderMaker"/>.</summary>
internal sealed record OrderSpec
{
    public string? CustomerId { get; init; }

    public string? Product { get; init; }

    public string? Denomination { get; init; }

    public int? Quantity { get; init; }

    /// <summary>In yuan, with up to two decimals.</summary>
    public decimal? Amount { get; init; }

    public Target? Target { get; init; }

    public PaymentState? Payment { get; init; }

    public ChannelRecord? ChannelRecord { get; init; }

    public DeliveryState? Delivery { get; init; }

    public HoldState? Hold { get; init; }

    public double? MinutesSincePayment { get; init; }

    public TargetOwner? TargetOwner { get; init; }

    public bool? IdentityBound { get; init; }

    public GoodsKind? Goods { get; init; }

    public bool CodeRevealed { get; init; }

    public Fulfilment? Fulfilment { get; init; }

    public VerdictsByHand? Capabilities { get; init; }

    public string? OrderNo { get; init; }

    public string? DuplicateOf { get; init; }

    public string? Contact { get; init; }

    public string? QueryPassword { get; init; }

    public bool Live { get; init; }

    /// <summary>In the shop's words; the usual way when left out.</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>For a live order: how long until its next step, instead of the product's own time.</summary>
    public int? NextStepSeconds { get; init; }
}
