using CardShop.Desk.Services;
using CardShop.Persistence.Desk;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Desk.SignIn;

/// <summary>How somebody comes in, and keeps their own password and codes. Each attempt is in the audit record.</summary>
internal sealed class OwnSignIn(IServiceScopeFactory scopes, DeskClock clock, IDeskAudit audit)
{
    private const int StepSeconds = 30;

    /// <summary>Spent on names that nobody has, so that their answer takes as long.</summary>
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<string>().HashPassword("", Guid.NewGuid().ToString()));

    /// <summary>Tries a password. Wrong ones are counted, also those of demo agents, who have none.</summary>
    public async Task<(SignInStep Step, DeskAccountRow? Account)> TryPasswordAsync(string name, string password, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.Users();
        var account = await users.FindByNameAsync(name);
        if (account is null || account.PasswordHash is null)
        {
            new PasswordHasher<string>().VerifyHashedPassword("", NobodysHash.Value, password);
            await audit.RecordAsync(null, name.Length > 60 ? name[..60] : name, "sign_in_failed", null, null, cancellationToken);
            return (SignInStep.Refused, null);
        }

        if (await users.IsLockedOutAsync(account))
        {
            return (SignInStep.Locked, null);
        }

        if (account.DisabledAt is null && await users.CheckPasswordAsync(account, password))
        {
            return (SignInStep.Right, account);
        }

        await audit.RecordAsync(account.Id, account.DisplayName, "sign_in_failed", null, null, cancellationToken);
        return (await CountFailureAsync(users, account), null);
    }

    /// <summary>Tries a code of the authenticator app. A right one counts once, and enrols whoever was not.</summary>
    public async Task<(SignInStep Step, DeskAccountRow? Account)> TryCodeAsync(string accountId, string code, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.Users();
        if (await users.FindByIdAsync(accountId) is not { DisabledAt: null } account)
        {
            return (SignInStep.Refused, null);
        }

        if (await users.IsLockedOutAsync(account))
        {
            return (SignInStep.Locked, null);
        }

        var digits = new string([.. code.Where(char.IsAsciiDigit)]);
        var step = clock.Now.ToUnixTimeSeconds() / StepSeconds;
        var isRight = await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits);

        // Codes of neighbouring half minutes are right too: after one was taken, none is until its neighbours have passed.
        if (!isRight || step - account.LastCodeStep < 2)
        {
            await audit.RecordAsync(account.Id, account.DisplayName, "code_failed", null, null, cancellationToken);
            return (await CountFailureAsync(users, account), null);
        }

        (account.LastCodeStep, account.IsEnrolled, account.FailedAttempts, account.SignedInAt) = (step, true, 0, clock.Now);
        if (!(await users.UpdateAsync(account)).Succeeded)
        {
            return (SignInStep.Refused, null);
        }

        await audit.RecordAsync(account.Id, account.DisplayName, "signed_in", null, null, cancellationToken);
        return (SignInStep.Right, account);
    }

    /// <summary>The secret for the authenticator app; made when there is none.</summary>
    public async Task<string> AuthenticatorKeyAsync(string accountId)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.Users();
        var account = await users.FindByIdAsync(accountId) ?? throw new InvalidOperationException("The account is gone.");
        if (await users.GetAuthenticatorKeyAsync(account) is not { } key)
        {
            // Not by Identity's own reset: that ends every session, the one of whoever is just being enrolled too.
            key = users.GenerateNewAuthenticatorKey();
            await scope.ServiceProvider.GetRequiredService<AccountStore>().SetAuthenticatorKeyAsync(account, key, CancellationToken.None);
            await users.UpdateAsync(account);
        }

        return key;
    }

    /// <summary>Changes one's own password; every other session ends.</summary>
    public async Task<(DeskAccountRow? Account, string? Problem)> ChangePasswordAsync(string accountId, string old, string chosen, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.Users();
        if (await users.FindByIdAsync(accountId) is not { DisabledAt: null } account)
        {
            return (null, "signIn.wrong");
        }

        if (await users.IsLockedOutAsync(account))
        {
            return (null, "signIn.locked");
        }

        if (!await users.CheckPasswordAsync(account, old))
        {
            await CountFailureAsync(users, account);
            return (null, "account.wrongOld");
        }

        if (!(await users.ChangePasswordAsync(account, old, chosen)).Succeeded)
        {
            return (null, "password.weak");
        }

        await audit.RecordAsync(account.Id, account.DisplayName, "password_changed", null, null, cancellationToken);
        return (account, null);
    }

    private static async Task<SignInStep> CountFailureAsync(UserManager<DeskAccountRow> users, DeskAccountRow account)
    {
        await users.AccessFailedAsync(account);
        return await users.IsLockedOutAsync(account) ? SignInStep.Locked : SignInStep.Refused;
    }
}
