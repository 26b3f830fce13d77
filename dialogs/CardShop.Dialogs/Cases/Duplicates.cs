using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Cases;

/// <summary>Orders that look like one, placed twice (rule T6): the same goods for the same target at the same price, within a while. The bot finds them; the customer says which one goes.</summary>
internal static class Duplicates
{
    /// <summary>The orders that have a twin among them, in the order given. What is closed or paid back is none any more.</summary>
    public static IReadOnlyList<Order> Among(IReadOnlyList<Order> orders, TimeSpan within) =>
        [.. orders.Where(order => IsOpen(order) && orders.Any(other => AreTwins(order, other, within)))];

    /// <summary>Those that are alike to each other, if all that have a twin are: one of them is to stay. Empty where there are several kinds of twins.</summary>
    public static IReadOnlyList<Order> OfOneKind(IReadOnlyList<Order> orders, TimeSpan within)
    {
        var among = Among(orders, within);
        return among.Count > 0 && among.Skip(1).All(order => AreTwins(among[0], order, within)) ? among : [];
    }

    /// <summary>The twin of an order, the nearest in time first; null when it has none.</summary>
    public static Order? TwinOf(Order order, IReadOnlyList<Order> orders, TimeSpan within) =>
        orders.Where(other => AreTwins(order, other, within)).MinBy(other => (other.CreatedAt - order.CreatedAt).Duration());

    private static bool AreTwins(Order one, Order other, TimeSpan within) => one.OrderNo != other.OrderNo && IsOpen(other)
        && (one.DuplicateOf == other.OrderNo || other.DuplicateOf == one.OrderNo
            || ((one.Product, one.Denomination, one.Quantity, one.AmountFen, one.Target) == (other.Product, other.Denomination, other.Quantity, other.AmountFen, other.Target)
                && (one.CreatedAt - other.CreatedAt).Duration() <= within));

    private static bool IsOpen(Order order) => order.Payment is not (PaymentState.Closed or PaymentState.Refunded);
}
