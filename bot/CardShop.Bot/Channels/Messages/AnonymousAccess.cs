using System.Net;
using CardShop.Bot.Shop;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Channels.Messages;

/// <summary>
/// Who may speak without showing who they are: a program on this very machine, while the bot has no app id and no real shop. A forwarding header means that
/// somebody else stands behind the one who calls.
/// </summary>
internal sealed class AnonymousAccess(IOptions<MessagesOptions> messages, IOptions<ShopOptions> shop)
{
    private static readonly string[] Forwarding = ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Real-IP"];

    /// <summary>Whether the caller is served.</summary>
    public bool Allows(HttpContext context) =>
        string.IsNullOrWhiteSpace(messages.Value.AppId)
        && shop.Value.IsDemo
        && context.Connection.RemoteIpAddress is { } caller
        && IPAddress.IsLoopback(caller)
        && !Forwarding.Any(context.Request.Headers.ContainsKey);

    /// <summary>
    /// Whether answers may be posted there. Nobody has vouched for the address: anything but this machine could be somebody's way into the network around it.
    /// </summary>
    public static bool MayWriteTo(Uri serviceUrl) => serviceUrl.IsLoopback;
}
