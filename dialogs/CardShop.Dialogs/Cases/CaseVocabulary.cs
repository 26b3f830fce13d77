namespace CardShop.Dialogs.Cases;

/// <summary>Where the customer is on the way (<c>stage</c> of INTERFACES.md).</summary>
public enum Stage
{
    /// <summary>Finding out what went wrong.</summary>
    Triage,

    /// <summary>Finding the order in question.</summary>
    FindingOrder,

    /// <summary>Finding out what was meant instead.</summary>
    Explaining,

    /// <summary>The read-back waits for a yes (rule G2).</summary>
    Confirming,

    /// <summary>The shop is carrying it out.</summary>
    Executing,

    /// <summary>Evidence is being gathered (rules E1 to E6).</summary>
    Evidence,

    /// <summary>The application is being filled in.</summary>
    Filing,

    /// <summary>A reviewer or the payment record decides.</summary>
    UnderReview,

    /// <summary>The recipient is being asked (rule L1).</summary>
    Coordinating,

    /// <summary>The legal route is being explained (rule L3).</summary>
    Legal,

    /// <summary>A person has the case, or it waits for one (rule H3).</summary>
    WithHuman,

    /// <summary>The case has ended.</summary>
    Closed,
}

/// <summary>What an answer is awaited to (<c>asks</c> of INTERFACES.md).</summary>
public enum Asks
{
    /// <summary>What went wrong.</summary>
    Problem,

    /// <summary>Which order.</summary>
    Order,

    /// <summary>A guest's contact or query password.</summary>
    Contact,

    /// <summary>Whose account it was.</summary>
    Owner,

    /// <summary>The right target, when it has several fields.</summary>
    Target,

    /// <summary>The right account.</summary>
    Account,

    /// <summary>The right phone number.</summary>
    Phone,

    /// <summary>The right region or server.</summary>
    Region,

    /// <summary>The right product.</summary>
    Product,

    /// <summary>The right face value.</summary>
    Amount,

    /// <summary>Change or cancel.</summary>
    Remedy,

    /// <summary>A piece of evidence.</summary>
    Evidence,

    /// <summary>A yes or a no to the read-back.</summary>
    Confirm,

    /// <summary>One of the buttons shown.</summary>
    Choice,
}

/// <summary>The path of rules P1 to P6 (<c>path</c> of INTERFACES.md).</summary>
public enum CasePath
{
    /// <summary>P1: cancelled at once.</summary>
    InstantCancel,

    /// <summary>P1: changed at once.</summary>
    InstantModify,

    /// <summary>P4: unpaid, cancelled directly.</summary>
    DirectCancelUnpaid,

    /// <summary>P5: paid duplicates.</summary>
    MergedRefund,

    /// <summary>P6: the payment record decides.</summary>
    Reconcile,

    /// <summary>P2: a reviewer decides.</summary>
    ManualReview,

    /// <summary>P3: the goods are with somebody else.</summary>
    ThirdParty,

    /// <summary>Nothing is to be done.</summary>
    NoAction,
}

/// <summary>What became of the money or goods (<c>outcome</c> of INTERFACES.md).</summary>
public enum Outcome
{
    /// <summary>The order was cancelled; the shop pays back what was paid.</summary>
    Cancelled,

    /// <summary>The order was changed.</summary>
    Modified,

    /// <summary>The money was paid back.</summary>
    Refunded,

    /// <summary>The payment was booked or paid back (rule D6).</summary>
    Reconciled,

    /// <summary>Refused, a link of the evidence chain was missing (rule D5).</summary>
    RefusedInsufficientEvidence,

    /// <summary>Refused for another reason.</summary>
    Refused,

    /// <summary>The customer took it back.</summary>
    Withdrawn,

    /// <summary>The customer did not come back.</summary>
    Abandoned,

    /// <summary>The recipient gave it back.</summary>
    ReturnedByRecipient,

    /// <summary>It ended with guidance on the legal route.</summary>
    LegalGuidance,

    /// <summary>Nothing was lost.</summary>
    NothingLost,

    /// <summary>A failed delivery was handed to a person (rule T9).</summary>
    DeliveryHandedOver,

    /// <summary>A fraud was handed to a person (rule T10).</summary>
    FraudHandedOver,
}

/// <summary>What went wrong (rules T1 to T3; <c>subtype</c> of INTERFACES.md).</summary>
public enum Problem
{
    /// <summary>T1: the wrong game region or server (区服).</summary>
    WrongRegion,

    /// <summary>T1: the wrong account (账号).</summary>
    WrongAccount,

    /// <summary>T1: the wrong phone number (手机号).</summary>
    WrongPhone,

    /// <summary>T2: the wrong product (商品类型).</summary>
    WrongProduct,

    /// <summary>T2: the wrong face value or number of units (面额).</summary>
    WrongDenomination,

    /// <summary>T3: the same order placed twice (重复提交).</summary>
    DuplicateOrder,

    /// <summary>T3: the payment page was closed before it confirmed (未确认到账).</summary>
    UnconfirmedPayment,
}

/// <summary>The three error types of the article (<c>errorType</c> of INTERFACES.md).</summary>
public enum ErrorType
{
    /// <summary>T1 对象错误.</summary>
    WrongObject,

    /// <summary>T2 内容错误.</summary>
    WrongContent,

    /// <summary>T3 流程错误.</summary>
    WrongProcess,
}
