namespace CardShop.ShopContract;

/// <summary>The paths of the contract, relative to the shop's base address (<c>openapi.yaml</c>).</summary>
public static class ShopRoutes
{
    /// <summary>POST <see cref="LookupRequest"/>: an order by any of its numbers, for somebody who may see it.</summary>
    public const string Lookup = "orders/lookup";

    /// <summary>GET: an order. POST below it: the commands.</summary>
    public const string Order = "orders/{orderNo}";

    /// <summary>GET: what may be done to the order.</summary>
    public const string Capabilities = "orders/{orderNo}/capabilities";

    /// <summary>POST <see cref="HoldRequest"/>: take or renew the lease.</summary>
    public const string Hold = "orders/{orderNo}/hold";

    /// <summary>POST <see cref="ReleaseRequest"/>: end the lease early.</summary>
    public const string Release = "orders/{orderNo}/release";

    /// <summary>POST <see cref="CancelRequest"/>.</summary>
    public const string Cancel = "orders/{orderNo}/cancel";

    /// <summary>POST <see cref="ModifyRequest"/>.</summary>
    public const string Modify = "orders/{orderNo}/modify";

    /// <summary>POST <see cref="RefundRequest"/>; GET: where the refund stands.</summary>
    public const string Refund = "orders/{orderNo}/refund";

    /// <summary>POST <see cref="RecipientMessageRequest"/>: a message for the holder of the account that the goods went to.</summary>
    public const string RecipientMessages = "orders/{orderNo}/recipient/messages";

    /// <summary>POST <see cref="IdentityCodeRequest"/>: sends a code to the phone that the order was registered with. Optional: 501 where the shop has none.</summary>
    public const string IdentityCode = "orders/{orderNo}/identity/code";

    /// <summary>POST <see cref="IdentityCheckRequest"/>: whether a code is the one that was sent.</summary>
    public const string IdentityCheck = "orders/{orderNo}/identity/check";

    /// <summary>GET: the kept outcome of a command, by its idempotency key; 404 when it never arrived.</summary>
    public const string Command = "commands/{key}";

    /// <summary>GET: a customer's recent orders, newest first.</summary>
    public const string CustomerOrders = "customers/{customerId}/orders";

    /// <summary>POST <see cref="NoticeRequest"/>: a notice to a customer.</summary>
    public const string Notices = "customers/{customerId}/notices";

    /// <summary>POST <see cref="TargetCheckRequest"/>.</summary>
    public const string TargetCheck = "targets/check";

    /// <summary>PUT and GET a <see cref="ShopCase"/>.</summary>
    public const string Case = "cases/{number}";

    /// <summary>GET <see cref="ShopEventList"/>: what has happened, from the oldest that the shop keeps. Optional: 501 where the shop only pushes.</summary>
    public const string Events = "events";

    /// <summary>GET: what has happened after a cursor.</summary>
    public const string EventsAfter = "events?after={cursor}";

    /// <summary>POST <see cref="ShopEvent"/>, by the shop, at the bot's own address: something has happened.</summary>
    public const string Push = "/api/shop/events";

    /// <summary>GET: what the shop sells.</summary>
    public const string Products = "products";
}
