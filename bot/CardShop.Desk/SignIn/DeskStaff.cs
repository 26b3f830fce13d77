using System.Text.Json;
using CardShop.Desk.Services;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Desk.SignIn;

/// <summary>What an admin does with the accounts of others. Each action looks at the admin's role itself, and is in the audit record.</summary>
internal sealed class DeskStaff(
    IServiceScopeFactory scopes, IDbContextFactory<BotDbContext> contexts, DeskAccounts accounts, OneTimeLinks links, DeskClock clock, IDeskAudit audit, IDeskPresence presence)
{
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
        if (!(await scope.Users().CreateAsync(account)).Succeeded)
        {
            return null;
        }

        await RecordAsync(admin, "invited", account, cancellationToken);
        return await links.MakeAsync(account.Id, signsIn: false, cancellationToken);
    }

    /// <summary>A fresh link for somebody who lost theirs, or forgot the password: it asks for a new one.</summary>
    public async Task<string?> InviteAgainAsync(AgentIdentity admin, string accountId, CancellationToken cancellationToken)
    {
        if (!admin.May(DeskRole.Admin) || await accounts.FindAsync(accountId, cancellationToken) is not { IsDemo: false } account)
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

    private async Task<DeskResult> ChangeAsync(AgentIdentity admin, string accountId, string action, Action<DeskAccountRow> change, bool endsWork, CancellationToken cancellationToken)
    {
        // Nobody locks the door behind themselves.
        if (!admin.May(DeskRole.Admin) || admin.Id == accountId)
        {
            return DeskResult.NotAllowed;
        }

        await using var scope = scopes.CreateAsyncScope();
        var users = scope.Users();
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
        audit.RecordAsync(admin.Id, admin.DisplayName, action, null, JsonSerializer.Serialize(new Dictionary<string, string> { ["account"] = account.Id, ["name"] = account.DisplayName, ["role"] = account.Role }), cancellationToken);
}
