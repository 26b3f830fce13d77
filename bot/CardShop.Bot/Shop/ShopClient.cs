using System.Net.Http.Headers;
using System.Net.Http.Metrics;
using System.Text.Json;
using CardShop.Bot.Hosting;
using CardShop.Bot.Telemetry;
using CardShop.ShopContract;

namespace CardShop.Bot.Shop;

/// <summary>The wire: requests of the contract out, answers of the contract in, and everything else told apart from them.</summary>
internal sealed class ShopClient(HttpClient http, ShopAddress address, WallClock wall)
{
    /// <summary>GET.</summary>
    public Task<ShopReply> GetAsync(string route, ShopCall call, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, route, call, content: null, idempotencyKey: null, cancellationToken);

    /// <summary>POST, with an idempotency key if it is a command.</summary>
    public Task<ShopReply> PostAsync<TBody>(string route, TBody body, ShopCall call, string? idempotencyKey, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, route, call, JsonContent.Create(body, options: ShopJson.Contract), idempotencyKey, cancellationToken);

    /// <summary>PUT.</summary>
    public Task<ShopReply> PutAsync<TBody>(string route, TBody body, ShopCall call, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, route, call, JsonContent.Create(body, options: ShopJson.Contract), idempotencyKey: null, cancellationToken);

    private async Task<ShopReply> SendAsync(
        HttpMethod method, string route, ShopCall call, HttpContent? content, string? idempotencyKey, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, await address.ResolveAsync(route, cancellationToken)) { Content = content };
        call.Mark(request);
        HttpMetricsEnrichmentContext.AddCallback(request, measured => measured.AddCustomTag("url.template", ShopUrlTemplate.Of(route)));
        if (idempotencyKey is not null)
        {
            request.Headers.Add(ShopHeaders.IdempotencyKey, idempotencyKey);
        }

        using var limit = new CancellationTokenSource(call.Timeout, wall.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            var body = IsJson(response.Content.Headers.ContentType) ? await response.Content.ReadAsByteArrayAsync(either.Token) : [];
            return new ShopReply((int)response.StatusCode, body, RetryAfter(response.Headers.RetryAfter));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && IsTheShops(failure))
        {
            return ShopReply.Silence(failure.GetType().Name);
        }
    }

    /// <summary>Dropped, refused, timed out, cut short or more than anyone asked for: the shop stayed silent, whatever the reason.</summary>
    private static bool IsTheShops(Exception failure) =>
        failure is HttpRequestException or IOException or OperationCanceledException;

    private static bool IsJson(MediaTypeHeaderValue? contentType) => contentType?.MediaType is "application/json" or "application/problem+json";

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header) => header?.Delta is { } delta && delta > TimeSpan.Zero ? delta : null;
}

/// <summary>What came back.</summary>
/// <param name="Status">The HTTP status; 0 for silence.</param>
/// <param name="Body">The JSON body; empty when there was none.</param>
/// <param name="RetryAfter">How long the shop asks to wait.</param>
internal sealed record ShopReply(int Status, byte[] Body, TimeSpan? RetryAfter)
{
    /// <summary>Why the shop stayed silent, for the log.</summary>
    public string? Failure { get; private init; }

    /// <summary>For the log, without personal data.</summary>
    public string Description => Failure ?? (Status == 200 ? "200 outside the contract" : $"HTTP {Status}");

    public static ShopReply Silence(string failure) => new(0, [], null) { Failure = failure };

    /// <summary>The body as the contract has it, or null for anything else: HTML, another shape, a required field left out.</summary>
    public T? Read<T>()
        where T : class
    {
        try
        {
            return Body.Length == 0 ? null : JsonSerializer.Deserialize<T>(Body, StrictJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
