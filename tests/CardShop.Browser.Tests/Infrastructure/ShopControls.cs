using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CardShop.Browser.Tests.Infrastructure;

/// <summary>The demo shop's controls, with which a test brings an order into the state that it needs.</summary>
public sealed class ShopControls(ShopHost host) : IDisposable
{
    private readonly HttpClient _http = new();

    /// <summary>Creates an order and answers its number.</summary>
    public async Task<string> CreateOrderAsync(object order)
    {
        var created = await PostAsync("orders", order);
        return created["orderNo"]!.GetValue<string>();
    }

    /// <summary>An order goes on while the customer is typing.</summary>
    public Task ShipAsync(string orderNo) => PostAsync($"orders/{orderNo}/advance", new { delivery = "delivered" });

    /// <summary>A demo agent of a role; the path that signs them in, once.</summary>
    public async Task<string> AgentAsync(string role)
    {
        var agent = await PostAsync("agents", new { role });
        return agent["signInUrl"]!.GetValue<string>();
    }

    /// <summary>The recipient of an order answers.</summary>
    public Task RecipientSaysAsync(string orderNo, string answer) => PostAsync($"recipients/{orderNo}/answer", new { answer });

    /// <summary>Empties shop and cases.</summary>
    public Task ResetAsync() => PostAsync("reset", new { });

    /// <summary>The shop takes its time over the next question about an order.</summary>
    public Task DelayNextLookupAsync(TimeSpan delay) => PostAsync("faults", new { route = "lookup", delayMs = (int)delay.TotalMilliseconds, times = 1 });

    /// <summary>The order as the shop has it.</summary>
    public async Task<JsonNode> OrderAsync(string orderNo) =>
        (await _http.GetFromJsonAsync<JsonNode>(At($"orders/{orderNo}"), TestContext.Current.CancellationToken))!;

    /// <summary>The actions of all commands about an order that took effect.</summary>
    public async Task<IReadOnlyList<string>> CommandsDoneAsync(string orderNo)
    {
        var commands = await _http.GetFromJsonAsync<JsonArray>(At("commands"), TestContext.Current.CancellationToken);
        return [.. commands!
            .Where(command => command!["orderNo"]!.GetValue<string>() == orderNo && command["done"]!.GetValue<bool>())
            .Select(command => command!["action"]!.GetValue<string>())];
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> PostAsync(string route, object body)
    {
        using var answer = await _http.PostAsJsonAsync(At(route), body, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonNode.Parse(text.Length == 0 ? "{}" : text)!;
    }

    private Uri At(string route) => new(host.Address, $"/sandbox/control/{route}");
}
