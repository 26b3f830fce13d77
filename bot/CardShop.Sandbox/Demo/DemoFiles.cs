using System.Text.Json;
using CardShop.Sandbox.Http;
using CardShop.Sandbox.Orders;

namespace CardShop.Sandbox.Demo;

/// <summary>The shop's data as it comes with the program.</summary>
internal static class DemoFiles
{
    public static IReadOnlyList<CatalogueProduct> Products() => Read<IReadOnlyList<CatalogueProduct>>("products.json");

    public static DemoCustomers Customers() => Read<DemoCustomers>("customers.json");

    public static IReadOnlyList<PaymentWay> PaymentWays() => Read<IReadOnlyList<PaymentWay>>("payments.json");

    public static IReadOnlyList<DemoOrder> Orders() => Read<IReadOnlyList<DemoOrder>>("orders.json");

    private static T Read<T>(string name)
    {
        using var stream = typeof(DemoFiles).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        return JsonSerializer.Deserialize<T>(stream, SandboxJson.Shop) ?? throw new InvalidOperationException($"{name} is empty.");
    }
}
