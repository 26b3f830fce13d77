namespace CardShop.Bot.Shop;

/// <summary>Fills in the one placeholder of a route.</summary>
internal static class Routes
{
    /// <summary>The route with its value percent-encoded, so that what a customer types never becomes a path of its own.</summary>
    public static string Of(string route, string value)
    {
        var open = route.IndexOf('{', StringComparison.Ordinal);
        var close = route.IndexOf('}', StringComparison.Ordinal);
        return string.Concat(route.AsSpan(0, open), Segment(value), route.AsSpan(close + 1));
    }

    /// <summary>Dots alone would be taken for a step up, and encoding leaves them alone.</summary>
    private static string Segment(string value) => value is "" or "." or ".." ? "-" : Uri.EscapeDataString(value);
}
