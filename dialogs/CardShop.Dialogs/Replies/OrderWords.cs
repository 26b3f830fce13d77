using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Replies;

/// <summary>An order in words, personal data masked.</summary>
internal static class OrderWords
{
    /// <summary>Product, face value and number of units.</summary>
    public static string Product(Order order) =>
        order.Quantity > 1 ? $"{order.Product} {order.Denomination} × {order.Quantity}" : $"{order.Product} {order.Denomination}";

    /// <summary>The masked target; null for a card code.</summary>
    public static string? Target(Order order)
    {
        var parts = new[] { order.Target.Region, Masked(order.Target.Account), Masked(order.Target.Phone) }.Where(part => part is not null);
        var words = string.Join(" · ", parts);
        return words.Length == 0 ? null : words;
    }

    /// <summary>Where it stands.</summary>
    public static string Status(Order order, Language language)
    {
        var axis = order switch
        {
            { Hold: HoldState.Frozen } => "hold.frozen",
            { Payment: not PaymentState.Paid } => $"payment.{order.Payment}",
            { Hold: HoldState.Soft } => "hold.soft",
            _ => $"delivery.{order.Delivery}",
        };
        return TextCatalogue.Get(language, "status." + axis.ToLowerInvariant());
    }

    /// <summary>The whole line.</summary>
    public static OrderLine Line(Order order, Language language, DateTimeOffset now, PolicySettings settings) => new(
        order.OrderNo,
        order.OrderNo,
        Product(order),
        Formats.Money(order.AmountFen),
        Target(order),
        Formats.Moment(order.PaidAt ?? order.CreatedAt, now),
        Status(order, language),
        GoldenWindow.IsOpen(order, now, settings) && order.Payment == PaymentState.Paid ? GoldenWindow.EndOf(order, settings) : null);

    /// <summary>The label of the button that chooses it: unique by the number's tail.</summary>
    public static string Label(Order order, DateTimeOffset now) =>
        $"{Product(order)} · {Formats.Moment(order.PaidAt ?? order.CreatedAt, now)} · …{order.OrderNo[^Math.Min(6, order.OrderNo.Length)..]}";

    private static string? Masked(string? value) => value is null ? null : Masking.Mask(value);
}
