using System.Net;
using Microsoft.AspNetCore.Http;

namespace CardShop.Sandbox.Http;

/// <summary>Who is asking: the shop's own page, a machine without a page, or somebody else's page.</summary>
internal static class SameOrigin
{
    private static readonly string[] Forwarding =
        ["Forwarded", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "X-Original-For", "X-Original-Host", "True-Client-IP", "CF-Connecting-IP", "Via"];

    /// <summary>No page at all, or the page of this very host.</summary>
    public static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin.Count == 0
        || (Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var page) && string.Equals(page.Authority, Plain(request), StringComparison.OrdinalIgnoreCase));

    public static bool IsForwarded(HttpRequest request) => request.Headers.Keys.Any(name =>
        name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase) || Forwarding.Contains(name, StringComparer.OrdinalIgnoreCase));

    public static bool IsLoopback(HttpContext http) => http.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    /// <summary>A page that has its own name resolved to this machine is its own origin; the name gives it away.</summary>
    public static bool IsLoopbackName(HttpRequest request) => request.Host.Host is var host
        && (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));

    private static string Plain(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own) ? own.Authority : "";
}
