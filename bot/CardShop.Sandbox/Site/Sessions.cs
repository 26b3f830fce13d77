using System.Globalization;
using System.Security.Cryptography;
using CardShop.Sandbox.Demo;
using CardShop.Sandbox.Http;
using CardShop.Sandbox.Orders;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace CardShop.Sandbox.Site;

/// <summary>Who is signed in on the demo page: a cookie that only this shop can write, good for half a day of wall-clock time.</summary>
internal sealed class Sessions(IDataProtectionProvider protection, AccountBook accounts, WallClock wallClock, SandboxClock clock)
{
    public const string Cookie = "cardshop_demo";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private readonly IDataProtector _protector = protection.CreateProtector("CardShop.Sandbox.Session.v1");

    /// <summary>The signed-in customer; null for a guest, and for a cookie that is old or not ours.</summary>
    public DemoCustomer? CustomerOf(HttpContext http) =>
        http.Request.Cookies.TryGetValue(Cookie, out var cookie) && Open(cookie) is [var customerId, var signedInAt]
        && DateTimeOffset.FromUnixTimeSeconds(long.Parse(signedInAt, CultureInfo.InvariantCulture)) + Lifetime > wallClock.Now
            ? accounts.Find(customerId)
            : null;

    public DemoCustomer? SignIn(HttpContext http, string? customerId)
    {
        var options = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/", IsEssential = true };
        if (customerId is null)
        {
            http.Response.Cookies.Delete(Cookie, options);
            return null;
        }

        var customer = accounts.Find(customerId) ?? throw ProblemException.NotFound();
        options.MaxAge = Lifetime;
        http.Response.Cookies.Append(Cookie, _protector.Protect($"{customer.Id}|{wallClock.Now.ToUnixTimeSeconds()}"), options);
        return customer;
    }

    public SessionView Show(DemoCustomer? customer) => new(
        customer is null ? null : new SignedIn(customer.Id, customer.Name, customer.Name[..1]),
        [.. accounts.Customers.Select(known => new SignInChoice(known.Id, known.Name, known.Hint))],
        clock.GetUtcNow(),
        clock.Offset.TotalSeconds);

    private string[]? Open(string cookie)
    {
        try
        {
            return _protector.Unprotect(cookie).Split('|');
        }
        catch (CryptographicException)
        {
            // Forged, or written before the keys were lost: nobody is signed in.
            return null;
        }
    }
}
