using CardShop.Sandbox.Orders;

namespace CardShop.Sandbox.Contract.Commands;

/// <summary>What the shop says to a command, before anything is written.</summary>
internal abstract record Ruling;

/// <summary>No, and nothing changes.</summary>
internal sealed record Refused(Refusal Refusal) : Ruling;

/// <summary>Yes.</summary>
/// <param name="State">The order after it.</param>
/// <param name="RefundFen">What this command sends back.</param>
internal sealed record Granted(OrderState State, long RefundFen = 0) : Ruling;
