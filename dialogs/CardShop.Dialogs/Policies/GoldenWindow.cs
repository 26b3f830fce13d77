using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Policies;

/// <summary>The golden window (黄金期): the only place that knows how it is counted (rules P1, P9, G4).</summary>
internal static class GoldenWindow
{
    /// <summary>The first moment at which it is over; null for an order that is not paid.</summary>
    public static DateTimeOffset? EndOf(Order order, PolicySettings settings) => order.PaidAt + settings.Window;

    /// <summary>Whether it is open. Half open: at exactly 15:00.000 it is over.</summary>
    public static bool IsOpen(Order order, DateTimeOffset now, PolicySettings settings) => EndOf(order, settings) is { } end && now < end;
}
