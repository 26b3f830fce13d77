using CardShop.Dialogs.Shop;
using CardShop.Sandbox.Http;
using CardShop.Sandbox.Life;

namespace CardShop.Sandbox.Orders;

/// <summary>
/// Makes an order from a description and fills in what it leaves out: paid and queued a minute ago, by the product's own goods and fulfilment, at its list price,
/// for the account that the shop's book knows. Hand-made orders stay as they are unless live; only a lease still ends.
/// </summary>
internal sealed class OrderMaker(Catalogue catalogue, Pricing pricing, AccountBook accounts, PaymentWays payments, Pace pace)
{
    private const string UsualProduct = "Q币";
    private const string UsualAccount = "61580027";
    private const string UsualPhone = "13570026814";
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan TimeToPay = TimeSpan.FromSeconds(30);
    private const long UsualFen = 10_000;
    private const decimal MaxYuan = 10_000_000;

    public ShopOrder Make(OrderSpec spec, DateTimeOffset now)
    {
        var minutes = spec.MinutesSincePayment ?? 1;
        Check.That(double.IsFinite(minutes) && minutes is >= 0 and <= 5_256_000, "minutesSincePayment is 0 or more.");
        var begun = now - TimeSpan.FromMinutes(minutes);
        var state = Describe(spec, spec.Payment ?? PaymentState.Paid, begun, now);
        var number = spec.OrderNo is null ? OrderNumbers.Order(begun) : Check.Word(spec.OrderNo, "orderNo").ToUpperInvariant();
        var order = new ShopOrder
        {
            OrderNo = number,
            PaymentNo = OrderNumbers.Payment(begun),
            MerchantNo = OrderNumbers.Merchant(begun),
            CustomerId = Check.WordOrNull(spec.CustomerId, "customerId"),
            CreatedAt = state.PaidAt is { } paidAt ? paidAt - TimeToPay : begun,
            DuplicateOf = Check.WordOrNull(spec.DuplicateOf, "duplicateOf"),
            Contact = Check.WordOrNull(spec.Contact, "contact"),
            QueryPasswordHash = Check.WordOrNull(spec.QueryPassword, "queryPassword") is { } password ? GuestProof.Hash(number, password) : null,
            Live = spec.Live,
            ByHand = spec.Capabilities ?? new VerdictsByHand(),
            State = state,
        };
        order.Become(spec.Live ? pace.Begin(state, now, spec.NextStepSeconds) : state);
        return order;
    }

    private OrderState Describe(OrderSpec spec, PaymentState payment, DateTimeOffset begun, DateTimeOffset now)
    {
        var product = Check.WordOrNull(spec.Product, "product") ?? UsualProduct;
        var sold = catalogue.Find(product);
        var denomination = Check.WordOrNull(spec.Denomination, "denomination") ?? sold?.Denominations[0].Name ?? "100元";
        var quantity = spec.Quantity ?? 1;
        Check.That(quantity is >= 1 and <= 100, "quantity is from 1 to 100.");
        var amount = AmountOf(spec, product, denomination, quantity);
        var goods = spec.Goods ?? sold?.Goods ?? GoodsKind.Topup;
        var target = TargetOf(spec, sold, goods);
        var owner = spec.TargetOwner ?? accounts.Check(target, spec.CustomerId).Owner;
        var wasPaid = payment is PaymentState.Paid or PaymentState.PartRefunded or PaymentState.Refunded;
        var refunded = payment switch
        {
            PaymentState.Refunded => amount,
            PaymentState.PartRefunded => amount / 2,
            _ => 0,
        };
        return new OrderState
        {
            Product = product,
            Denomination = denomination,
            Quantity = quantity,
            AmountFen = amount,
            Account = target.Account,
            Phone = target.Phone,
            Region = target.Region,
            TargetOwner = owner,
            IdentityBound = spec.IdentityBound ?? (spec.TargetOwner is null && owner is TargetOwner.Self),
            Goods = goods,
            Fulfilment = spec.Fulfilment ?? sold?.Fulfilment ?? Fulfilment.Auto,
            Payment = payment,
            ChannelRecord = spec.ChannelRecord ?? RecordOf(payment),
            PaymentMethod = Check.WordOrNull(spec.PaymentMethod, "paymentMethod") ?? payments.Usual,
            PaidAt = wasPaid ? begun : null,
            PaidFen = wasPaid ? amount : 0,
            Delivery = spec.Delivery ?? (payment is PaymentState.Paid or PaymentState.PartRefunded ? DeliveryState.Queued : DeliveryState.None),
            Frozen = spec.Hold is HoldState.Frozen,
            HeldUntil = spec.Hold is HoldState.Soft ? now + Lease : null,
            CodeRevealed = spec.CodeRevealed,
            RefundedFen = refunded,
            RefundExpectedBy = refunded > 0 ? begun : null,
        };
    }

    private long AmountOf(OrderSpec spec, string product, string denomination, int quantity)
    {
        if (spec.Amount is not { } yuan)
        {
            return pricing.Unit(product, denomination) * quantity ?? UsualFen;
        }

        Check.That(yuan is >= 0 and <= MaxYuan && decimal.Truncate(yuan * 100) == yuan * 100, "amount is in yuan, 0 or more, with up to two decimals.");
        return (long)(yuan * 100);
    }

    /// <summary>A top-up without a target gets one that nobody in the demo owns.</summary>
    private static Target TargetOf(OrderSpec spec, CatalogueProduct? sold, GoodsKind goods)
    {
        var given = spec.Target ?? (goods is GoodsKind.CardCode ? new Target() : sold?.TargetFields.Contains("phone") is true
            ? new Target(Phone: UsualPhone)
            : new Target(Account: UsualAccount, Region: sold?.Regions.Count > 0 ? sold.Regions[0] : null));
        return new Target(Check.WordOrNull(given.Account, "target.account"), Check.WordOrNull(given.Phone, "target.phone"), Check.WordOrNull(given.Region, "target.region"));
    }

    private static ChannelRecord RecordOf(PaymentState payment) => payment switch
    {
        PaymentState.Paid or PaymentState.PartRefunded or PaymentState.Refunded => ChannelRecord.Paid,
        PaymentState.Unpaid or PaymentState.Closed => ChannelRecord.None,
        _ => ChannelRecord.Unknown,
    };
}
