using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace CardShop.Sandbox.Site;

/// <summary>The demo shop's page: the files of <c>wwwroot</c>, compressed by the build.</summary>
public static class SitePage
{
    private const string FrontPage = "index.html";

    /// <summary>
    /// Maps the page to <c>/</c>. Needs the static web assets of the host's build (<c>UseStaticWebAssets</c>), no static-file middleware before it, and
    /// <c>ReloadStaticAssetsAtRuntime</c> set to false: otherwise the chat client is sent uncompressed.
    /// </summary>
    public static void MapSandboxPage(this IEndpointRouteBuilder app)
    {
        app.MapStaticAssets().Guard();
        app.MapFallbackToFile("/", FrontPage, new StaticFileOptions { OnPrepareResponse = AskAgainNextTime }).Guard();
    }

    /// <summary>The page names its files without a version: a browser asks each time whether it is still current.</summary>
    private static void AskAgainNextTime(StaticFileResponseContext context) =>
        context.Context.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { NoCache = true };
}
