using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CardShop.Sandbox.Site;

/// <summary>What browsers are told to refuse on the page: any script but its own files, and any other origin (see docs/adr/0010).</summary>
internal static class PageSecurity
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; " +
        // The chat client makes empty style elements and fills them by script; the hash is that of nothing, so that no written style passes.
        "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; " +
        // Files that a customer picks are blobs of the page itself until they are sent.
        "img-src 'self' blob:; connect-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Sends the headers with every page that these endpoints answer; its other files do not need the policy.</summary>
    public static void Guard(this IEndpointConventionBuilder endpoints) => endpoints.Add(endpoint =>
    {
        var answer = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = http =>
        {
            http.Response.OnStarting(static response => Guard((HttpResponse)response), http.Response);
            return answer(http);
        };
    });

    private static Task Guard(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            response.Headers.ContentSecurityPolicy = Policy;
            response.Headers["Referrer-Policy"] = "same-origin";
        }

        return Task.CompletedTask;
    }
}
