using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Logging;

namespace CardShop.Desk.SignIn;

/// <summary>Looks every few seconds whether the session of an open page has been ended elsewhere.</summary>
internal sealed class CircuitSessions(ILoggerFactory loggers, DeskAccounts accounts) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(5);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        await DeskSessions.CurrentAsync(authenticationState.User, accounts) is not null;
}
