using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CardShop.Bot.Hosting;

namespace CardShop.Bot.Documents;

/// <summary>
/// Knows a browser again: by a secret in a cookie that only the link's own page and its server ever see. A browser is given it with the page, before anything is pressed,
/// so that one which keeps no cookies finds out before it has used the link up.
/// </summary>
internal sealed class BrowserMark(PublicAddress address, WallClock clock)
{
    private const string Cookie = "documents";
    private const int SecretBytes = 32;

    private static readonly int SecretLength = Base64Url.GetEncodedLength(SecretBytes);

    /// <summary>What the house keeps of the browser's secret; null when it has none.</summary>
    public static string? HashOf(HttpRequest request) => request.Cookies[Cookie] is { } secret && secret.Length == SecretLength
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)))
        : null;

    /// <summary>Gives the browser a secret for this link, unless it has one.</summary>
    public void Give(HttpContext context, DocumentTicket ticket)
    {
        if (HashOf(context.Request) is not null)
        {
            return;
        }

        var page = address.Of(context.Request.Path);
        context.Response.Cookies.Append(Cookie, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)), new CookieOptions
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps || page.Scheme == Uri.UriSchemeHttps,
            Path = page.AbsolutePath,
            MaxAge = DateTimeOffset.FromUnixTimeSeconds(ticket.Expires) - clock.Now,

            // Not strict: the link is opened from a messenger's page, and the browser has to be known again then.
            SameSite = SameSiteMode.Lax,
        });
    }

    /// <summary>Whether the button was pressed on our own page. A foreign page's form has no cookie of ours either; a neighbour's under the same domain would.</summary>
    public bool IsOwnPage(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => request.Headers.Origin.Count == 0 || (Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && (origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase) || origin.Authority == address.Of(request.Path).Authority)),
        _ => false,
    };
}
