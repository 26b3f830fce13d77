using CardShop.Desk.Services;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace CardShop.Desk.SignIn;

/// <summary>Whoever sits at this page. Asked before every action: a session that was ended can do nothing more, also while its circuit stays open.</summary>
internal sealed class CurrentAgent(AuthenticationStateProvider state, DeskAccounts accounts, NavigationManager navigation)
{
    /// <summary>Who it is now; null, and on the way to the door, when the session has ended.</summary>
    public async Task<AgentIdentity?> FindAsync()
    {
        var user = (await state.GetAuthenticationStateAsync()).User;
        if (await DeskSessions.CurrentAsync(user, accounts) is { } account)
        {
            return DeskAccounts.Identify(account);
        }

        navigation.NavigateTo("/desk/sign-in", forceLoad: true);
        return null;
    }
}
