using System.Text.Json.Serialization;

namespace CardShop.Dialogs.Shop;

/// <summary>What is to be changed on an order; a field that stays is null (rule G1).</summary>
public sealed record OrderChanges(
    string? Account = null, string? Phone = null, string? Region = null, string? Product = null, string? Denomination = null, int? Quantity = null)
{
    /// <summary>Whether nothing would change.</summary>
    [JsonIgnore]
    public bool IsEmpty => this == new OrderChanges();
}

/// <summary>
/// An order to the shop, saved with the turn that decided it and sent after the save (DESIGN.md, decision 5). The same key always means
/// the same command, so that sending it again can never act twice.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "action")]
[JsonDerivedType(typeof(HoldOrder), "hold")]
[JsonDerivedType(typeof(ReleaseOrder), "release")]
[JsonDerivedType(typeof(CancelOrder), "cancel")]
[JsonDerivedType(typeof(ModifyOrder), "modify")]
[JsonDerivedType(typeof(RefundOrder), "refund")]
[JsonDerivedType(typeof(MessageRecipient), "message")]
public abstract record ShopCommand
{
    /// <summary>The idempotency key: case number, action and a count, such as <c>CS-261122-7K3QF.cancel.1</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The order that it is about.</summary>
    public required string OrderNo { get; init; }

    /// <summary>The case in whose name it is sent.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>Whether it moves money or goods: such a command needs a yes of its own (rule G2).</summary>
    [JsonIgnore]
    public bool MovesGoods => this is CancelOrder or ModifyOrder or RefundOrder;

    /// <summary>Whether an answer that stays away may be given up: a hold is a lease and may be lost, money may not.</summary>
    [JsonIgnore]
    public bool IsBestEffort => this is HoldOrder or ReleaseOrder;
}

/// <summary>Keeps the order from shipping, as a lease that ends by itself (DESIGN.md, decision 10).</summary>
public sealed record HoldOrder : ShopCommand
{
    /// <summary>How long the lease lasts.</summary>
    public required TimeSpan Lease { get; init; }
}

/// <summary>Ends a hold early.</summary>
public sealed record ReleaseOrder : ShopCommand;

/// <summary>Cancels the order; the shop pays back what was paid (rule D1).</summary>
public sealed record CancelOrder : ShopCommand
{
    /// <summary>The version that the customer saw when saying yes.</summary>
    public required long ExpectedVersion { get; init; }
}

/// <summary>Changes the order, however many of its fields were wrong (rule D1).</summary>
public sealed record ModifyOrder : ShopCommand
{
    /// <summary>The version that the customer saw when saying yes.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>What changes.</summary>
    public required OrderChanges Changes { get; init; }
}

/// <summary>Pays back an order that can no longer be cancelled (rule D1).</summary>
public sealed record RefundOrder : ShopCommand
{
    /// <summary>The version that the decision was made on.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>How much, in fen.</summary>
    public required long AmountFen { get; init; }
}

/// <summary>Has the shop pass a message on to the holder of the account that the goods went to; neither side learns who the other is (rule L1).</summary>
public sealed record MessageRecipient : ShopCommand
{
    /// <summary>Whether it is the one reminder (rule D8).</summary>
    public required bool IsReminder { get; init; }

    /// <summary>What it says. It names no one.</summary>
    public required string Text { get; init; }
}

/// <summary>What became of a <see cref="ShopCommand"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "result")]
[JsonDerivedType(typeof(CommandDone), "done")]
[JsonDerivedType(typeof(CommandRefused), "refused")]
[JsonDerivedType(typeof(CommandUnknown), "unknown")]
[JsonDerivedType(typeof(CommandAbandoned), "abandoned")]
public abstract record CommandResult;

/// <summary>The shop has carried it out.</summary>
/// <param name="Order">The order as it is now.</param>
/// <param name="Refund">What comes back, when something does.</param>
public sealed record CommandDone(Order Order, Refund? Refund) : CommandResult;

/// <summary>The shop has refused, for good: sending it again would change nothing.</summary>
/// <param name="Code">The contract's code: <c>version_moved window_over already_shipped not_supported not_allowed frozen price_higher target_invalid</c>, or another of the shop's own.</param>
/// <param name="Order">The order as it is now, when the shop told it.</param>
public sealed record CommandRefused(string Code, Order? Order) : CommandResult;

/// <summary>Nobody knows yet: neither failure nor success. It goes on being looked up; told once, at the first attempt that stayed open.</summary>
public sealed record CommandUnknown : CommandResult;

/// <summary>It could not be learned in the time allowed; a person has to look. The command's row is kept.</summary>
public sealed record CommandAbandoned : CommandResult;
