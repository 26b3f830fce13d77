using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace CardShop.EndToEnd.Tests.Infrastructure;

/// <summary>The demo shop's controls.</summary>
public sealed class Shop(HostProcess host) : IDisposable
{
    private readonly HttpClient _http = new();

    public async Task<JsonNode> OrderAsync(object order) => await PostAsync("orders", order);

    public async Task<JsonNode> ReadAsync(string orderNo) => (await _http.GetFromJsonAsync<JsonNode>(Address($"orders/{orderNo}")))!;

    /// <summary>The code that would have reached the order's phone.</summary>
    public async Task<string> CodeAsync(string orderNo) => (string)(await _http.GetFromJsonAsync<JsonNode>(Address($"orders/{orderNo}/identity-code")))!["code"]!;

    public Task AdvanceAsync(string orderNo, object to) => PostAsync($"orders/{orderNo}/advance", to);

    public Task FaultAsync(object fault) => PostAsync("faults", fault);

    public Task ClockAsync(int seconds) => PostAsync("clock", new { advanceSeconds = seconds });

    /// <summary>What a reviewer says.</summary>
    public Task ReviewAsync(string caseNumber, object review) => PostAsync($"cases/{caseNumber}/review", review);

    /// <summary>What the recipient says.</summary>
    public Task RecipientAsync(string orderNo, string answer) => PostAsync($"recipients/{orderNo}/answer", new { answer });

    /// <summary>The same, by somebody who does not mind that the shop does not know of the case yet.</summary>
    public Task TryReviewAsync(string caseNumber, object review) => TryPostAsync($"cases/{caseNumber}/review", review);

    /// <summary>The same, by somebody who does not mind that the shop has not asked yet.</summary>
    public Task TryRecipientAsync(string orderNo, string answer) => TryPostAsync($"recipients/{orderNo}/answer", new { answer });

    /// <summary>The notices that the shop was asked to give.</summary>
    public async Task<IReadOnlyList<string>> NoticesAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(host.DataDirectory, "sandbox.db")};Mode=ReadOnly;Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Text\" FROM \"notices\" ORDER BY \"Id\"";
        await using var reader = await command.ExecuteReaderAsync();
        List<string> notices = [];
        while (await reader.ReadAsync())
        {
            notices.Add(reader.GetString(0));
        }

        return notices;
    }

    /// <summary>Every command that reached the shop, in order.</summary>
    public async Task<JsonArray> LedgerAsync() => (await _http.GetFromJsonAsync<JsonArray>(Address("commands")))!;

    /// <summary>The commands for an order that move money or goods and had an effect.</summary>
    public async Task<IReadOnlyList<string>> MovesAsync(string orderNo) => Moves(await LedgerAsync(), orderNo);

    /// <summary>The commands of a ledger for an order that move money or goods and had an effect.</summary>
    public static IReadOnlyList<string> Moves(JsonArray ledger, string orderNo) =>
    [
        .. from command in ledger
           where (string?)command!["orderNo"] == orderNo && (bool)command["done"]!
           let action = (string)command["action"]!
           where action is not ("hold" or "release")
           select action,
    ];

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> PostAsync(string path, object body)
    {
        using var response = await _http.PostAsJsonAsync(Address(path), body);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        var text = await response.Content.ReadAsStringAsync();
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    private async Task TryPostAsync(string path, object body)
    {
        using var response = await _http.PostAsJsonAsync(Address(path), body);
        Assert.True((int)response.StatusCode < 500, $"{path}: {(int)response.StatusCode}");
    }

    private Uri Address(string path) => new(host.Address, $"sandbox/control/{path}");
}
