using CardShop.Dialogs.Shop;

namespace CardShop.Sandbox.Orders;

/// <summary>An order in the shop's own books, with what the contract never shows: contact, query password, card codes.</summary>
internal sealed class ShopOrder
{
    /// <summary>The golden window of the rule book (黄金期).</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public required string OrderNo { get; init; }

    public required string PaymentNo { get; init; }

    public required string MerchantNo { get; init; }

    public string? CustomerId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string? DuplicateOf { get; set; }

    public string? Contact { get; init; }

    public string? QueryPasswordHash { get; init; }

    /// <summary>The key that the site's page sent with the order: the same key is the same click.</summary>
    public string? SubmittedKey { get; init; }

    /// <summary>Whether it moves on by itself.</summary>
    public bool Live { get; set; }

    /// <summary>Verdicts that were set by hand and win over the shop's own rules.</summary>
    public VerdictsByHand ByHand { get; init; } = new();

    /// <summary>The card codes, one a line; null until delivered.</summary>
    public string? CardCodes { get; set; }

    public long Version { get; private set; } = 1;

    public required OrderState State { get; set; }

    public DateTimeOffset? WindowEndsAt => State.PaidAt + Window;

    /// <summary>Takes over the next state. The version grows by one if anything that it counts has changed.</summary>
    public void Become(OrderState next)
    {
        if (!next.Versioned().Equals(State.Versioned()))
        {
            Version++;
        }

        State = next;
        CardCodes = (next.Goods, next.Delivery) switch
        {
            (GoodsKind.CardCode, DeliveryState.Delivered or DeliveryState.Partial) => CardCodes ?? Orders.CardCodes.Draw(next.Quantity),
            _ => null,
        };
    }

    /// <summary>The order as the contract shows it at a moment.</summary>
    public Order At(DateTimeOffset now) => new()
    {
        OrderNo = OrderNo,
        Version = Version,
        CustomerId = CustomerId,
        Product = State.Product,
        Denomination = State.Denomination,
        Quantity = State.Quantity,
        AmountFen = State.AmountFen,
        Target = State.Target,
        Goods = State.Goods,
        Fulfilment = State.Fulfilment,
        Payment = State.Payment,
        ChannelRecord = State.ChannelRecord,
        Delivery = State.Delivery,
        Hold = State.Frozen ? HoldState.Frozen : State.IsHeldAt(now) ? HoldState.Soft : HoldState.None,
        HoldUntil = !State.Frozen && State.IsHeldAt(now) ? State.HeldUntil : null,
        CreatedAt = CreatedAt,
        PaidAt = State.PaidAt,
        TargetOwner = State.TargetOwner,
        IdentityBound = State.IdentityBound,
        CodeRevealed = State.CodeRevealed,
        PaymentMethod = State.PaymentMethod,
        PaymentNo = PaymentNo,
        DuplicateOf = DuplicateOf,
    };
}

/// <summary>Verdicts set by hand; null where the shop's rules decide.</summary>
internal sealed record VerdictsByHand(Verdict? Hold = null, Verdict? Cancel = null, Verdict? Modify = null, Verdict? Refund = null)
{
    public Verdict? Of(ShopAction action) => action switch
    {
        ShopAction.Hold => Hold,
        ShopAction.Cancel => Cancel,
        ShopAction.Modify => Modify,
        ShopAction.Refund => Refund,
        _ => null,
    };
}
