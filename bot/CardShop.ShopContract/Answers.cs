using CardShop.Dialogs.Shop;

namespace CardShop.ShopContract;

/// <summary>A list of orders.</summary>
public sealed record OrderList(IReadOnlyList<Order> Orders);

/// <summary>A command that was carried out: kept with its idempotency key, and given again, word for word, to whoever repeats it.</summary>
/// <param name="Action">What it was.</param>
/// <param name="Order">The order after it.</param>
/// <param name="Refund">What comes back, when something does.</param>
public sealed record CommandReceipt(ShopAction Action, Order Order, Refund? Refund = null);

/// <summary>The kept outcome of a command.</summary>
/// <param name="Status">The HTTP status that it was answered with.</param>
/// <param name="Receipt">With 200: the receipt.</param>
/// <param name="Problem">Otherwise: why not.</param>
public sealed record CommandOutcome(int Status, CommandReceipt? Receipt = null, ShopProblem? Problem = null);

/// <summary>A refusal (RFC 9457 problem details, <c>application/problem+json</c>).</summary>
/// <param name="Code">Stable: <c>version_moved window_over already_shipped not_supported not_allowed frozen price_higher target_invalid key_reused not_found throttled signature_invalid invalid_request</c>.</param>
/// <param name="Title">For people who read logs.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Order">The order as it is now, where the caller may see it.</param>
public sealed record ShopProblem(string Code, string Title, int Status, Order? Order = null);

/// <summary>What the shop sells.</summary>
public sealed record ProductList(IReadOnlyList<Product> Products);

/// <summary>A case as the shop sees it, so that its own people know.</summary>
/// <param name="Number">The bot's case number.</param>
/// <param name="OrderNo">The order that it is about.</param>
/// <param name="Stage">Where the customer is, such as <c>with_human</c>.</param>
/// <param name="UpdatedAt">When this was so: older news than what the shop has changes nothing.</param>
/// <param name="Path">The path, such as <c>manual_review</c>; null until known.</param>
/// <param name="Outcome">What became of it; null while open.</param>
public sealed record ShopCase(string Number, string OrderNo, string Stage, DateTimeOffset UpdatedAt, string? Path = null, string? Outcome = null);
