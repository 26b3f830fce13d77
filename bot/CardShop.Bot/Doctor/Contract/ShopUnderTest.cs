using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using CardShop.Bot.Hosting;
using CardShop.Bot.Shop;
using CardShop.ShopContract;

namespace CardShop.Bot.Doctor.Contract;

/// <summary>How a request is signed: rightly, or wrongly in one way.</summary>
/// <param name="KeyId">Which key it names.</param>
/// <param name="Secret">What it signs with.</param>
/// <param name="Nonce">Its nonce.</param>
/// <param name="At">Its timestamp.</param>
/// <param name="SignedBody">The body that the signature is about; the real one when null.</param>
internal sealed record Signing(string KeyId, string Secret, string Nonce, DateTimeOffset At, byte[]? SignedBody = null);

/// <summary>A shop's test address: sends each request once, exactly as told, and passes on what came back. No repetition hides anything here.</summary>
internal sealed class ShopUnderTest(HttpClient http, Uri address, string keyId, string secret, WallClock wall)
{
    public Task<ContractReply> GetAsync(string route, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, route, null, null, Sign(), cancellationToken);

    public Task<ContractReply> PostAsync<TBody>(string route, TBody body, CancellationToken cancellationToken, string? key = null) =>
        SendAsync(HttpMethod.Post, route, ToJson(body), key, Sign(), cancellationToken);

    public Task<ContractReply> PutAsync<TBody>(string route, TBody body, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, route, ToJson(body), null, Sign(), cancellationToken);

    /// <summary>A right signature, to be bent by whoever wants a wrong one.</summary>
    public Signing Sign() => new(keyId, secret, RequestSignature.NewNonce(), wall.Now);

    public static byte[] ToJson<TBody>(TBody body) => JsonSerializer.SerializeToUtf8Bytes(body, ShopJson.Contract);

    /// <exception cref="CheckFailedException">The shop is silent.</exception>
    public async Task<ContractReply> SendAsync(HttpMethod method, string route, byte[]? body, string? key, Signing? signing, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, route));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json, "utf-8") } };
        }

        if (key is not null)
        {
            request.Headers.Add(ShopHeaders.IdempotencyKey, key);
        }

        if (signing is not null)
        {
            Sign(request, signing, body ?? []);
        }

        var asked = $"{method} {route}";
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return new ContractReply(asked, new ShopReply((int)response.StatusCode, answer, null), response.Headers);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new CheckFailedException($"{asked} got no answer from {address} ({failure.Message.TrimEnd('.')}); see that the shop runs and the address is right");
        }
    }

    private static void Sign(HttpRequestMessage request, Signing signing, byte[] body)
    {
        var headers = RequestSignature.Headers(
            request.Method.Method, request.RequestUri!.PathAndQuery, signing.SignedBody ?? body, signing.KeyId, signing.Secret, signing.At, signing.Nonce);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }
    }
}
