namespace CardShop.Bot.Telemetry;

/// <summary>The contract's route of a request to the shop, with its value put back into a placeholder: few labels, and no order's or customer's number in them.</summary>
internal static class ShopUrlTemplate
{
    private static readonly Dictionary<string, string> Placeholders = new(StringComparer.Ordinal)
    {
        ["cases"] = "{number}",
        ["commands"] = "{key}",
        ["customers"] = "{customerId}",
        ["orders"] = "{orderNo}",
    };

    /// <summary>From a route as it is sent, such as <c>orders/KM1/cancel</c>.</summary>
    public static string Of(string route)
    {
        var parts = route.Split('?')[0].Split('/');
        if (parts is [var collection, not "lookup", ..] && Placeholders.TryGetValue(collection, out var placeholder))
        {
            parts[1] = placeholder;
        }

        return string.Join('/', parts);
    }
}
