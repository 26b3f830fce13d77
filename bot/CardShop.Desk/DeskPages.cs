using CardShop.Desk.Shell;
using CardShop.Desk.SignIn;
using CardShop.Persistence.Desk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MudBlazor.Services;

namespace CardShop.Desk;

/// <summary>The agents' desk at <c>/desk</c>: its pages, and the way in.</summary>
public static class DeskPages
{
    /// <summary>Whoever has signed in to the desk.</summary>
    public const string Everybody = "Desk.Agent";

    /// <summary>Where the queue is.</summary>
    internal const string Queue = "/desk";

    /// <summary>Whoever runs the desk.</summary>
    internal const string Admins = "Desk.Admin";

    private const int MostFailures = 5;
    private const int ShortestPassword = 10;

    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan SessionLifetime = TimeSpan.FromHours(12);
    private static readonly TimeSpan StepLifetime = TimeSpan.FromMinutes(10);

    // Blazor writes style attributes, and the theme is a style element made by script: styles are open, everything else is the desk's own files.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Adds what the pages need. Nothing of it is made before somebody comes.</summary>
    public static IServiceCollection AddDeskPages(this IServiceCollection services, TimeProvider wall)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        services.AddSingleton(services => new PageLoop(wall, services.GetRequiredService<ILogger<PageLoop>>()));
        services.AddSingleton(new DeskClock(wall)).AddSingleton<OneTimeLinks>().AddSingleton<DeskAccounts>();
        services.AddSingleton<OwnSignIn>().AddSingleton<Invitations>().AddSingleton<DeskStaff>().AddSingleton<DemoAccounts>();
        services.AddScoped<CurrentAgent>().AddScoped<DeskWords>().AddScoped<Report>().AddScoped<AuthenticationStateProvider, CircuitSessions>();
        AddIdentity(services);
        return services;
    }

    /// <summary>Maps the pages and their files. <paramref name="hasFiles"/> tells that somebody has mapped the build's static files already.</summary>
    public static void MapDesk(this WebApplication app, bool hasFiles)
    {
        app.UseWhen(IsDesk, desk => desk.Use(GuardAsync).UseAntiforgery());
        if (!hasFiles)
        {
            app.MapStaticAssets().Add(KeepToDesk);
        }

        app.MapRazorComponents<App>()
            .WithStaticAssets()
            .AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = "'none'")
            .RequireAuthorization(Everybody);
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddIdentityCore<DeskAccountRow>(identity =>
        {
            identity.Lockout.MaxFailedAccessAttempts = MostFailures;
            identity.Lockout.DefaultLockoutTimeSpan = LockedFor;
            identity.Password = new PasswordOptions
            {
                RequiredLength = ShortestPassword,
                RequiredUniqueChars = 4,
                RequireDigit = false,
                RequireLowercase = false,
                RequireUppercase = false,
                RequireNonAlphanumeric = false,
            };
        }).AddTokenProvider<AuthenticatorTokenProvider<DeskAccountRow>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<AccountStore>().AddScoped<IUserStore<DeskAccountRow>>(scope => scope.GetRequiredService<AccountStore>());
        services.AddAuthentication()
            .AddCookie(DeskSessions.Scheme, cookie =>
            {
                Guard(cookie.Cookie, "desk");
                cookie.LoginPath = "/desk/sign-in";
                cookie.AccessDeniedPath = "/desk/denied";
                cookie.ExpireTimeSpan = SessionLifetime;
                cookie.Events.OnValidatePrincipal = DeskSessions.ValidateAsync;
            })
            .AddCookie(DeskSessions.StepScheme, cookie =>
            {
                Guard(cookie.Cookie, "desk-step");
                cookie.ExpireTimeSpan = StepLifetime;
                cookie.SlidingExpiration = false;
            });
        services.AddAuthorizationBuilder()
            .AddPolicy(Everybody, policy => policy.AddAuthenticationSchemes(DeskSessions.Scheme).RequireAuthenticatedUser())
            .AddPolicy(Admins, policy => policy.AddAuthenticationSchemes(DeskSessions.Scheme).RequireRole(nameof(Services.DeskRole.Admin)));
    }

    private static void Guard(CookieBuilder cookie, string name) =>
        (cookie.Name, cookie.HttpOnly, cookie.SameSite, cookie.SecurePolicy) = (name, true, SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);

    private static bool IsDesk(HttpContext http) => http.Request.Path.StartsWithSegments("/desk", StringComparison.Ordinal);

    private static Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(static state =>
        {
            var headers = ((HttpResponse)state).Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.CacheControl = "no-store";
            headers["Referrer-Policy"] = "same-origin";
            return Task.CompletedTask;
        }, http.Response);
        return next(http);
    }

    /// <summary>With a real shop there is no demo page: its files stay in the drawer.</summary>
    private static void KeepToDesk(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path }
            && !path.TrimStart('/').StartsWith("_framework/", StringComparison.Ordinal) && !path.TrimStart('/').StartsWith("_content/", StringComparison.Ordinal))
        {
            endpoint.RequestDelegate = http =>
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            };
        }
    }
}
