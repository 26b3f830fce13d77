using System.Globalization;
using CardShop.Desk.Services;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Desk.SignIn;

/// <summary>What an attempt to sign in has come to.</summary>
internal enum SignInStep
{
    /// <summary>Name and password do not fit, or the account is shut; which of these is not told.</summary>
    Refused,

    /// <summary>Too many wrong ones: nobody gets in under this name for a while.</summary>
    Locked,

    /// <summary>The password is right.</summary>
    Right,
}

/// <summary>The accounts of the desk: who they are, and how they come in. Every change is in the audit record.</summary>
internal sealed class DeskAccounts(IServiceScopeFactory scopes, IDbContextFactory<BotDbContext> contexts, OneTimeLinks links, DeskClock clock, IDeskAudit audit, IDeskPresence presence)
{
    private const int StepSeconds = 30;

    /// <summary>Spent on names that nobody has, so that their answer takes as long.</summary>
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<string>().HashPassword("", Guid.NewGuid().ToString()));

    /// <summary>Whoever it is, if they may work: null once disabled.</summary>
    public async Task<DeskAccountRow?> FindAsync(string? id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return id is null ? null : await context.DeskAccounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.DisabledAt == null, cancellationToken);
    }

    /// <summary>As the desk's services know them.</summary>
    public static AgentIdentity Identify(DeskAccountRow account) => new(account.Id, account.DisplayName, [RoleOf(account)]);

    /// <summary>What they may do.</summary>
    public static DeskRole RoleOf(DeskAccountRow account) => Enum.Parse<DeskRole>(account.Role);

    /// <summary>Tries a password. Wrong ones are counted, also those of demo agents, who have none.</summary>
    public async Task<(SignInStep Step, DeskAccountRow? Account)> TryPasswordAsync(string name, string password, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = Users(scope);
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
        var users = Users(scope);
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
        var users = Users(scope);
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

    /// <summary>Makes the first admin. Who comes second finds the name taken, or the link used.</summary>
    public Task<(DeskAccountRow? Account, string? Problem)> MakeFirstAsync(string secret, string signInName, string displayName, string password, CancellationToken cancellationToken) =>
        WithLinkAsync(secret, new DeskAccountRow
        {
            Id = Guid.NewGuid().ToString("n"),
            SignInName = signInName.Trim(),
            DisplayName = displayName.Trim(),
            Role = nameof(DeskRole.Admin),
            CreatedAt = clock.Now,
        }, password, isNew: true, cancellationToken);

    /// <summary>Somebody who was invited chooses a password.</summary>
    public async Task<(DeskAccountRow? Account, string? Problem)> AcceptAsync(string secret, string accountId, string password, CancellationToken cancellationToken) =>
        await FindAsync(accountId, cancellationToken) is { } account
            ? await WithLinkAsync(secret, account, password, isNew: false, cancellationToken)
            : (null, "link.gone");

    /// <summary>Changes one's own password; every other session ends.</summary>
    public async Task<(DeskAccountRow? Account, string? Problem)> ChangePasswordAsync(string accountId, string old, string chosen, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = Users(scope);
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

    /// <summary>A demo agent of that role, and the path that signs them in once.</summary>
    public async Task<string> MakeDemoAsync(DeskRole role, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var number = await context.DeskAccounts.CountAsync(row => row.IsDemo, cancellationToken) + 1;
        var title = role switch { DeskRole.Admin => "管理员", DeskRole.Reviewer => "审核员", _ => "客服" };
        var account = new DeskAccountRow
        {
            Id = Guid.NewGuid().ToString("n"),
            SignInName = $"demo-{Guid.NewGuid():n}",
            DisplayName = string.Create(CultureInfo.InvariantCulture, $"演示{title} {number}"),
            Role = role.ToString(),
            IsDemo = true,
            CreatedAt = clock.Now,
        };
        await Users(scope).CreateAsync(account);
        return await links.MakeAsync(account.Id, signsIn: true, cancellationToken);
    }

    /// <summary>Everybody, in the order in which they came.</summary>
    public async Task<IReadOnlyList<DeskAccountRow>> ListAsync(AgentIdentity admin, CancellationToken cancellationToken)
    {
        if (!admin.May(DeskRole.Admin))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DeskAccounts.AsNoTracking().OrderBy(row => row.CreatedAt).ToListAsync(cancellationToken);
    }

    /// <summary>Invites somebody; the link is shown once. Null when the name is taken or empty.</summary>
    public async Task<string?> InviteAsync(AgentIdentity admin, string signInName, string displayName, DeskRole role, CancellationToken cancellationToken)
    {
        if (!admin.May(DeskRole.Admin) || string.IsNullOrWhiteSpace(displayName))
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var account = new DeskAccountRow
        {
            Id = Guid.NewGuid().ToString("n"),
            SignInName = signInName.Trim(),
            DisplayName = displayName.Trim(),
            Role = role.ToString(),
            CreatedAt = clock.Now,
        };
        if (!(await Users(scope).CreateAsync(account)).Succeeded)
        {
            return null;
        }

        await RecordAsync(admin, "invited", account, cancellationToken);
        return await links.MakeAsync(account.Id, signsIn: false, cancellationToken);
    }

    /// <summary>A fresh link for somebody who lost theirs, or forgot the password: it asks for a new one.</summary>
    public async Task<string?> InviteAgainAsync(AgentIdentity admin, string accountId, CancellationToken cancellationToken)
    {
        if (!admin.May(DeskRole.Admin) || await FindAsync(accountId, cancellationToken) is not { IsDemo: false } account)
        {
            return null;
        }

        await RecordAsync(admin, "invited_again", account, cancellationToken);
        return await links.MakeAsync(accountId, signsIn: false, cancellationToken);
    }

    /// <summary>Gives another role; every session of theirs ends, and begins anew with it.</summary>
    public Task<DeskResult> SetRoleAsync(AgentIdentity admin, string accountId, DeskRole role, CancellationToken cancellationToken) =>
        ChangeAsync(admin, accountId, "role_granted", account => account.Role = role.ToString(), endsWork: false, cancellationToken);

    /// <summary>Shuts somebody out at once, or lets them in again.</summary>
    public Task<DeskResult> SetDisabledAsync(AgentIdentity admin, string accountId, bool isDisabled, CancellationToken cancellationToken) =>
        ChangeAsync(admin, accountId, isDisabled ? "disabled" : "enabled", account => account.DisabledAt = isDisabled ? clock.Now : null, isDisabled, cancellationToken);

    /// <summary>Forgets the authenticator app: the next sign-in enrols a new one.</summary>
    public Task<DeskResult> ResetCodesAsync(AgentIdentity admin, string accountId, CancellationToken cancellationToken) =>
        ChangeAsync(admin, accountId, "codes_reset", account => (account.AuthenticatorKey, account.IsEnrolled, account.LastCodeStep) = (null, false, 0), endsWork: false, cancellationToken);

    /// <summary>Ends every session at once.</summary>
    public Task<DeskResult> RevokeAsync(AgentIdentity admin, string accountId, CancellationToken cancellationToken) =>
        ChangeAsync(admin, accountId, "sessions_revoked", _ => { }, endsWork: false, cancellationToken);

    /// <summary>Whether nobody but demo agents has an account.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return !await context.DeskAccounts.AnyAsync(row => !row.IsDemo, cancellationToken);
    }

    private static UserManager<DeskAccountRow> Users(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<UserManager<DeskAccountRow>>();

    private static async Task<SignInStep> CountFailureAsync(UserManager<DeskAccountRow> users, DeskAccountRow account)
    {
        await users.AccessFailedAsync(account);
        return await users.IsLockedOutAsync(account) ? SignInStep.Locked : SignInStep.Refused;
    }

    private async Task<(DeskAccountRow? Account, string? Problem)> WithLinkAsync(string secret, DeskAccountRow account, string password, bool isNew, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = Users(scope);
        foreach (var validator in users.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(users, account, password)).Succeeded)
            {
                return (null, "password.weak");
            }
        }

        if (string.IsNullOrWhiteSpace(account.DisplayName) || (isNew && await users.FindByNameAsync(account.SignInName) is not null))
        {
            return (null, "link.nameTaken");
        }

        // The link first: whoever loses the race for it must not leave an account behind.
        if (!await links.UseAsync(secret, cancellationToken))
        {
            return (null, "link.gone");
        }

        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        var saved = isNew ? await users.CreateAsync(account) : await users.UpdateSecurityStampAsync(account);
        if (!saved.Succeeded)
        {
            return (null, "link.nameTaken");
        }

        await audit.RecordAsync(account.Id, account.DisplayName, "password_chosen", null, null, cancellationToken);
        return (account, null);
    }

    private async Task<DeskResult> ChangeAsync(AgentIdentity admin, string accountId, string action, Action<DeskAccountRow> change, bool endsWork, CancellationToken cancellationToken)
    {
        // Nobody locks the door behind themselves.
        if (!admin.May(DeskRole.Admin) || admin.Id == accountId)
        {
            return DeskResult.NotAllowed;
        }

        await using var scope = scopes.CreateAsyncScope();
        var users = Users(scope);
        if (await users.FindByIdAsync(accountId) is not { } account)
        {
            return DeskResult.Gone;
        }

        change(account);
        if (!(await users.UpdateSecurityStampAsync(account)).Succeeded)
        {
            return new DeskResult(DeskOutcome.NotNow);
        }

        await RecordAsync(admin, action, account, cancellationToken);
        if (endsWork)
        {
            await presence.RemovedAsync(accountId, cancellationToken);
        }

        return DeskResult.Done;
    }

    private Task RecordAsync(AgentIdentity admin, string action, DeskAccountRow account, CancellationToken cancellationToken) =>
        audit.RecordAsync(admin.Id, admin.DisplayName, action, null, $$"""{"account":"{{account.Id}}","role":"{{account.Role}}"}""", cancellationToken);
}
