using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Logging;

namespace CardShop.Desk.SignIn;

/// <summary>Looks every few seconds whether the session of an open page has been ended elsewhere.</summary>
internal partial class CircuitSessions(ILoggerFactory loggers, DeskAccounts accounts) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger<CircuitSessions>();

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(5);

    /// <summary>A fault of the database sends nobody to the door in mid-sentence: it is looked again, and each action looks for itself (<see cref="CurrentAgent"/>).</summary>
    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        try
        {
            return await DeskSessions.CurrentAsync(authenticationState.User, accounts) is not null;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(failure);
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be looked up whether a session at the desk still holds; tried again in a moment")]
    private partial void LogFailed(Exception failure);
}
