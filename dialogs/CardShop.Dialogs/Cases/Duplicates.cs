using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Cases;

/// <summary>Orders that look like one, placed twice (rule T6): the same goods for the same target at the same price, within a while. The bot finds them; the customer says which one goes.</summary>
internal static class Duplicates
{
    /// <summary>The orders that have a twin among them, in the order given. What is closed or paid back is none any more.</summary>
    public static IReadOnlyList<Order> Among(IReadOnlyList<Order> orders, TimeSpan within) =>
        [.. orders.Where(order => IsOpen(order) && orders.Any(other => AreTwins(order, other, within)))];

    /// <summary>The first that has a twin, with all that are like it: the newest ones, where the newest stand first. Empty where none has one.</summary>
    public static IReadOnlyList<Order> OfTheFirstKind(IReadOnlyList<Order> orders, TimeSpan within) =>
        Among(orders, within) is [var first, ..] among ? [first, .. among.Where(order => AreTwins(first, order, within))] : [];

    /// <summary>The twin of an order, the nearest in time first; null when it has none.</summary>
    public static Order? TwinOf(Order order, IReadOnlyList<Order> orders, TimeSpan within) =>
        orders.Where(other => AreTwins(order, other, within)).MinBy(other => (other.CreatedAt - order.CreatedAt).Duration());

    private static bool AreTwins(Order one, Order other, TimeSpan within) => one.OrderNo != other.OrderNo && IsOpen(other)
        && (one.DuplicateOf == other.OrderNo || other.DuplicateOf == one.OrderNo
            || ((one.Product, one.Denomination, one.Quantity, one.AmountFen, one.Target) == (other.Product, other.Denomination, other.Quantity, other.AmountFen, other.Target)
                && (one.CreatedAt - other.CreatedAt).Duration() <= within));

    private static bool IsOpen(Order order) => order.Payment is not (PaymentState.Closed or PaymentState.Refunded);
}
