using System.Text;
using CardShop.Sandbox.Contract;
using CardShop.ShopContract;

namespace CardShop.Sandbox.Tests.Hosting;

/// <summary>Speaks the contract as a bot does: signed, with idempotency keys.</summary>
internal sealed class ShopClient(Uri address, ManualTime wallClock) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address };

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, null);

    public Task<Reply> PostAsync(string path, string json, string? key = null) => SendAsync(HttpMethod.Post, path, json, key);

    public Task<Reply> CommandAsync(string orderNo, string action, string json, string? key = null) =>
        PostAsync($"orders/{orderNo}/{action}", json, key ?? Guid.NewGuid().ToString());

    public async Task<Reply> SendAsync(HttpMethod method, string path, string? json, string? key)
    {
        var target = $"{ContractEndpoints.BasePath}/{path}";
        var body = Encoding.UTF8.GetBytes(json ?? "");
        using var request = new HttpRequestMessage(method, target) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in RequestSignature.Headers(
            method.Method, new Uri(address, target).PathAndQuery, body, ShopHost.KeyId, ShopHost.Secret, wallClock.GetUtcNow(), RequestSignature.NewNonce()))
        {
            request.Headers.Add(name, value);
        }

        if (key is not null)
        {
            request.Headers.Add(ShopHeaders.IdempotencyKey, key);
        }

        var message = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return new Reply(message.StatusCode, await message.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), message);
    }

    public void Dispose() => _http.Dispose();
}
