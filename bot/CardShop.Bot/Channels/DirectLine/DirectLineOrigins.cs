using Microsoft.Extensions.Options;

namespace CardShop.Bot.Channels.DirectLine;

/// <summary>
/// Which pages may use a token: those of the bot's own address, those that its token names, and those of the settings. A browser asks before it sends, without
/// the token, so that the asking is always answered with yes; whoever sends from elsewhere is refused then, and may read why.
/// </summary>
internal sealed class DirectLineOrigins(IOptions<DirectLineOptions> options)
{
    /// <summary>Whether the page that sent the request may use the token. Callers that are no browsers name no origin.</summary>
    public bool Allow(HttpRequest request, DirectLineToken token)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || IsOwn(origin, request)
            || token.TrustedOrigins.Concat(options.Value.TrustedOrigins).Any(trusted => Same(trusted, origin));
    }

    /// <summary>The scheme is left out: behind a proxy that speaks TLS, this end may see http.</summary>
    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && request.Host.Host.Equals(page.Host, StringComparison.OrdinalIgnoreCase)
        && (request.Host.Port is { } port ? port == page.Port : page.IsDefaultPort);

    private static bool Same(string trusted, string origin) => trusted.TrimEnd('/').Equals(origin, StringComparison.OrdinalIgnoreCase);
}
