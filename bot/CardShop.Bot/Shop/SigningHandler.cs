using CardShop.Bot.Hosting;
using CardShop.ShopContract;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Shop;

/// <summary>Signs each attempt afresh: a nonce is good for once.</summary>
internal sealed class SigningHandler(IOptions<ShopOptions> options, WallClock wall) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : [];
        var headers = RequestSignature.Headers(
            request.Method.Method,
            request.RequestUri!.PathAndQuery,
            body,
            options.Value.KeyId,
            options.Value.Secret,
            wall.Now,
            RequestSignature.NewNonce());
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.Add(name, value);
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
