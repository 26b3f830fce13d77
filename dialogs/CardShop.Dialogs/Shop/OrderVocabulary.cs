namespace CardShop.Dialogs.Shop;

/// <summary>The payment axis of an order (支付状态), as the shop records it.</summary>
public enum PaymentState
{
    /// <summary>Placed, not paid.</summary>
    Unpaid,

    /// <summary>The payment channel has not confirmed yet: nothing is promised (rule D6).</summary>
    Confirming,

    /// <summary>Paid and booked.</summary>
    Paid,

    /// <summary>Closed without payment, by the customer, the shop or time.</summary>
    Closed,

    /// <summary>A part has been paid back.</summary>
    PartRefunded,

    /// <summary>All of it has been paid back.</summary>
    Refunded,

    /// <summary>The shop itself does not know.</summary>
    Unknown,
}

/// <summary>What the payment channel's own books say of the order (支付渠道流水): the judge of rules T7 and P6.</summary>
public enum ChannelRecord
{
    /// <summary>No money has arrived.</summary>
    None,

    /// <summary>The channel holds the money.</summary>
    Paid,

    /// <summary>The channel has not answered.</summary>
    Unknown,
}

/// <summary>The delivery axis of an order (履约状态).</summary>
public enum DeliveryState
{
    /// <summary>Nothing has begun.</summary>
    None,

    /// <summary>Waiting to be shipped (待处理).</summary>
    Queued,

    /// <summary>Being shipped (发货中).</summary>
    Processing,

    /// <summary>A part has been delivered.</summary>
    Partial,

    /// <summary>All of it has been delivered.</summary>
    Delivered,

    /// <summary>Delivery has failed; nothing went out.</summary>
    Failed,

    /// <summary>The shop has marked it as abnormal: a person has to look.</summary>
    Abnormal,

    /// <summary>The shop itself does not know.</summary>
    Unknown,
}

/// <summary>The hold axis of an order.</summary>
public enum HoldState
{
    /// <summary>It ships when its turn comes.</summary>
    None,

    /// <summary>A lease keeps it from shipping and ends by itself (暂缓发货).</summary>
    Soft,

    /// <summary>The shop's risk control has frozen it (风控冻结).</summary>
    Frozen,
}

/// <summary>Whose account the goods go to, by the shop's record (rule T4).</summary>
public enum TargetOwner
{
    /// <summary>The customer's own.</summary>
    Self,

    /// <summary>No such account exists (空号).</summary>
    Invalid,

    /// <summary>Another person's valid account.</summary>
    Stranger,

    /// <summary>The shop can't tell.</summary>
    Unknown,
}

/// <summary>What is sold.</summary>
public enum GoodsKind
{
    /// <summary>A direct top-up of an account (直充).</summary>
    Topup,

    /// <summary>A card code (卡密).</summary>
    CardCode,
}

/// <summary>How the shop delivers.</summary>
public enum Fulfilment
{
    /// <summary>By itself, within seconds.</summary>
    Auto,

    /// <summary>By a clerk.</summary>
    Manual,

    /// <summary>Through an upstream supplier.</summary>
    Upstream,
}

/// <summary>What the shop lets one do to an order now.</summary>
public enum Verdict
{
    /// <summary>At once.</summary>
    Allowed,

    /// <summary>After a reviewer's approval only.</summary>
    Review,

    /// <summary>Not at all.</summary>
    Impossible,
}

/// <summary>What a shop can be told to do with an order.</summary>
public enum ShopAction
{
    /// <summary>Keep the order from shipping, for a while.</summary>
    Hold,

    /// <summary>End a hold early.</summary>
    Release,

    /// <summary>Cancel the order and pay it back (撤单).</summary>
    Cancel,

    /// <summary>Change target, product or face value (订单修改).</summary>
    Modify,

    /// <summary>Pay back what can't be cancelled any more (退款).</summary>
    Refund,

    /// <summary>Pass a message on to the recipient (L1); the order stays as it is.</summary>
    Message,
}

/// <summary>Where a refund stands (rule P11: cancelled is not refunded is not arrived).</summary>
public enum RefundState
{
    /// <summary>Nothing comes back.</summary>
    None,

    /// <summary>The shop has ordered it.</summary>
    Requested,

    /// <summary>The payment channel works on it.</summary>
    Processing,

    /// <summary>The money is there.</summary>
    Arrived,

    /// <summary>The payment channel could not pay it out.</summary>
    Failed,
}
