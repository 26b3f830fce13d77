using CardShop.Sandbox.Http;
using CardShop.ShopContract;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CardShop.Sandbox.Contract;

/// <summary>Lets well-signed requests through, each once. All others get the same answer, so that it teaches nothing.</summary>
internal sealed class SignatureFilter(SignatureGate gate, Lazy<SandboxSecrets> secrets) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var body = await context.HttpContext.ReadBytesAsync();
        return IsSigned(context.HttpContext, body.Span)
            ? await next(context)
            : throw new ProblemException(401, "signature_invalid", "The request is not signed as agreed, is too old, or was seen before.");
    }

    private bool IsSigned(HttpContext http, ReadOnlySpan<byte> body)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return gate.Admits(http.Request.Method, target, body, name => http.Request.Headers[name].ToString(), secrets.Value.ShopKeyId, secrets.Value.ShopSecret);
    }
}
