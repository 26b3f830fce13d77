using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding.Times;

namespace CardShop.Dialogs.Understanding;

/// <summary>What a message is, one of the intents of LABELS.md.</summary>
public enum Intent
{
    /// <summary>An order was placed by mistake.</summary>
    ReportError,

    /// <summary>The goods don't come or don't work (rule T9).</summary>
    DeliveryProblem,

    /// <summary>The customer was tricked (rule T10).</summary>
    FraudReport,

    /// <summary>Anger, with no case told.</summary>
    Complaint,

    /// <summary>A person is wanted (rule H3).</summary>
    AskHuman,

    /// <summary>Stop or start over.</summary>
    CancelFlow,

    /// <summary>Where a filed case or refund stands.</summary>
    StatusQuery,

    /// <summary>How to prevent the next mistake.</summary>
    PreventionAdvice,

    /// <summary>A question of law.</summary>
    LegalQuestion,

    /// <summary>A question about the shop's rules.</summary>
    PolicyQuestion,

    /// <summary>Hello.</summary>
    Greeting,

    /// <summary>Thanks or goodbye.</summary>
    ThanksBye,

    /// <summary>Something that the bot has no part in.</summary>
    OutOfScope,

    /// <summary>An earlier answer is set right.</summary>
    Correction,

    /// <summary>Yes, to what was asked.</summary>
    Affirm,

    /// <summary>No, to what was asked.</summary>
    Deny,

    /// <summary>A bare answer to what was asked.</summary>
    Answer,
}

/// <summary>What one message was understood as (<c>understand</c> of INTERFACES.md).</summary>
public sealed record Understood
{
    /// <summary>The intent.</summary>
    public required Intent Intent { get; init; }

    /// <summary>The subtype, when the customer has told it.</summary>
    public Problem? Problem { get; init; }

    /// <summary>Further subtypes told in the same message.</summary>
    public IReadOnlyList<Problem> Also { get; init; } = [];

    /// <summary>From 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Whether the bot goes on without asking back.</summary>
    public bool Sure { get; init; }

    /// <summary>What was asked for as a remedy, when it was said outright: a refund or cancellation, or a change.</summary>
    public Remedy? Remedy { get; init; }

    /// <summary>Whose account the customer says it was (rule T4); null when nothing was said of it.</summary>
    public TargetOwner? Owner { get; init; }

    /// <summary>Which item of the list just shown was meant (第二个, 2): from 1 on, -1 for the last; null when none was.</summary>
    public int? Pick { get; init; }

    /// <summary>When it was paid, as told; it only helps to find the order, since the order's record decides. Null when nothing was said of it.</summary>
    public PaymentTime? Paid { get; init; }

    /// <summary>What was named.</summary>
    public Entities Entities { get; init; } = new();
}

/// <summary>What is to become of the order.</summary>
public enum Remedy
{
    /// <summary>Change it to what was meant (订单修改).</summary>
    Modify,

    /// <summary>Cancel it (撤单).</summary>
    Cancel,
}

/// <summary>The things named in a message; From is the value on the order, To the one wanted, a value with no counterpart stands plain (LABELS.md).</summary>
public sealed record Entities
{
    /// <summary>Order numbers, in the order of the message.</summary>
    public IReadOnlyList<string> OrderNos { get; init; } = [];

    /// <summary>A mobile number, 11 digits.</summary>
    public Named Phone { get; init; }

    /// <summary>An account.</summary>
    public Named Account { get; init; }

    /// <summary>A region or server.</summary>
    public Named Region { get; init; }

    /// <summary>A product.</summary>
    public Named Product { get; init; }

    /// <summary>An amount in yuan, as plain digits.</summary>
    public Named Amount { get; init; }

    /// <summary>ISO 4217, if a unit was named.</summary>
    public string? Currency { get; init; }
}

/// <summary>A thing as it was named: plain, or as a change.</summary>
/// <param name="Plain">Named without a counterpart.</param>
/// <param name="From">The value on the order.</param>
/// <param name="To">The value wanted.</param>
public readonly record struct Named(string? Plain, string? From, string? To);
