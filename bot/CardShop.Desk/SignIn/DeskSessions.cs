using System.Security.Claims;
using CardShop.Persistence.Desk;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Desk.SignIn;

/// <summary>The cookies of the desk: one for the session, and one between password and code.</summary>
internal static class DeskSessions
{
    public const string Scheme = "Desk";
    public const string StepScheme = "Desk.Step";
    public const string Stamp = "stamp";

    public static async Task BeginAsync(HttpContext http, DeskAccountRow account)
    {
        await http.SignOutAsync(StepScheme);
        await http.SignInAsync(Scheme, PrincipalOf(account, Scheme));
    }

    public static Task BeginStepAsync(HttpContext http, DeskAccountRow account) => http.SignInAsync(StepScheme, PrincipalOf(account, StepScheme));

    public static async Task EndAsync(HttpContext http)
    {
        await http.SignOutAsync(StepScheme);
        await http.SignOutAsync(Scheme);
    }

    /// <summary>Whoever has shown the right password; null when nobody has, or when it was too long ago.</summary>
    public static async Task<DeskAccountRow?> StepAsync(HttpContext http, DeskAccounts accounts)
    {
        var step = await http.AuthenticateAsync(StepScheme);
        return step.Principal is { } principal ? await CurrentAsync(principal, accounts) : null;
    }

    /// <summary>The account of a session that has not been ended; null of any other.</summary>
    public static async Task<DeskAccountRow?> CurrentAsync(ClaimsPrincipal principal, DeskAccounts accounts)
    {
        var account = await accounts.FindAsync(principal.FindFirstValue(ClaimTypes.NameIdentifier), CancellationToken.None);
        return account is not null && account.SecurityStamp == principal.FindFirstValue(Stamp) ? account : null;
    }

    /// <summary>Looked up with every request: a session that was ended has ended.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal is null || await CurrentAsync(context.Principal, context.HttpContext.RequestServices.GetRequiredService<DeskAccounts>()) is null)
        {
            context.RejectPrincipal();
        }
    }

    private static ClaimsPrincipal PrincipalOf(DeskAccountRow account, string scheme) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.Id),
            new Claim(ClaimTypes.Name, account.DisplayName),
            new Claim(ClaimTypes.Role, account.Role),
            new Claim(Stamp, account.SecurityStamp),
        ],
        scheme));
}
