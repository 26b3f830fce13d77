using System.Text.Json;
using CardShop.Dialogs.Shop;

namespace CardShop.Bot.Doctor.Contract;

/// <summary>Has the demo shop make the orders of its own acceptance test, by its controls.</summary>
internal static class DemoTestOrders
{
    private const string ContractPath = "/sandbox/shop/v1/";
    private const string ControlPath = "/sandbox/control/orders";
    private const string Customer = "doctor";
    private const string Contact = "13570026814";
    private const string QueryPassword = "open-sesame";
    private const int MinutesOverdue = 20;

    /// <summary>Whether the address is a demo shop's, by its path.</summary>
    public static bool IsDemo(Uri shop) => shop.AbsolutePath == ContractPath;

    /// <exception cref="CheckFailedException">The controls refuse or are silent: the address is another machine's, or no demo shop's.</exception>
    public static async Task<TestOrders> MakeAsync(HttpClient http, Uri shop, CancellationToken cancellationToken) => new()
    {
        CustomerId = Customer,
        Hold = await MakeAsync(http, shop, new { CustomerId = Customer }, cancellationToken),
        Cancel = await MakeAsync(http, shop, new { CustomerId = Customer }, cancellationToken),
        Race = await MakeAsync(http, shop, new { CustomerId = Customer }, cancellationToken),
        Modify = await MakeAsync(http, shop, new { CustomerId = Customer }, cancellationToken),
        Correction = new OrderChanges(Account: "82716453"),
        Unpaid = await MakeAsync(http, shop, new { CustomerId = Customer, Payment = "unpaid" }, cancellationToken),
        Overdue = await MakeAsync(http, shop, new { CustomerId = Customer, MinutesSincePayment = MinutesOverdue }, cancellationToken),
        Shipped = await MakeAsync(http, shop, new { CustomerId = Customer, Delivery = "delivered" }, cancellationToken),
        Guest = new GuestOrder(await MakeAsync(http, shop, new { Contact, QueryPassword }, cancellationToken), Contact, QueryPassword),
        Targets = new TestTargets("c-1", "Q币", new Target("82716453"), new Target("305577921"), new Target("00000000")),
    };

    private static async Task<string> MakeAsync<TOrder>(HttpClient http, Uri shop, TOrder order, CancellationToken cancellationToken)
    {
        var control = new Uri(shop, ControlPath);
        try
        {
            using var response = await http.PostAsJsonAsync(control, order, JsonSerializerOptions.Web, cancellationToken);
            response.EnsureSuccessStatusCode();
            var made = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            return made.GetProperty("orderNo").GetString()!;
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new CheckFailedException($"test orders could not be made at {control} ({failure.Message.TrimEnd('.')}); run it beside the demo shop, or list orders with --orders FILE");
        }
    }
}
