using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Desk.SignIn;

/// <summary>Keeps accounts for ASP.NET Core Identity in one table of the bot's own store. The authenticator's secret is sealed with the host's keys.</summary>
internal sealed class AccountStore(IDbContextFactory<BotDbContext> contexts, IDataProtectionProvider protection) :
    IUserPasswordStore<DeskAccountRow>, IUserSecurityStampStore<DeskAccountRow>, IUserLockoutStore<DeskAccountRow>,
    IUserTwoFactorStore<DeskAccountRow>, IUserAuthenticatorKeyStore<DeskAccountRow>
{
    private readonly IDataProtector _seal = protection.CreateProtector("CardShop.Desk.Authenticator.v1");

    public async Task<IdentityResult> CreateAsync(DeskAccountRow user, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        user.Version = NewVersion();
        context.DeskAccounts.Add(user);
        await context.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    /// <summary>Saves against the version that was read: of two who count a wrong password at once, one is told to try again.</summary>
    public async Task<IdentityResult> UpdateAsync(DeskAccountRow user, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.DeskAccounts.Update(user);
        context.Entry(user).Property(row => row.Version).OriginalValue = user.Version;
        user.Version = NewVersion();
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return IdentityResult.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
        }
    }

    public Task<IdentityResult> DeleteAsync(DeskAccountRow user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Accounts are disabled, never deleted: the audit record names them.");

    public async Task<DeskAccountRow?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DeskAccounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == userId, cancellationToken);
    }

    public async Task<DeskAccountRow?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DeskAccounts.AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedName == normalizedUserName, cancellationToken);
    }

    public Task<string> GetUserIdAsync(DeskAccountRow user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(DeskAccountRow user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SignInName);

    public Task SetUserNameAsync(DeskAccountRow user, string? userName, CancellationToken cancellationToken) => Set(() => user.SignInName = userName ?? "");

    public Task<string?> GetNormalizedUserNameAsync(DeskAccountRow user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedName);

    public Task SetNormalizedUserNameAsync(DeskAccountRow user, string? normalizedName, CancellationToken cancellationToken) => Set(() => user.NormalizedName = normalizedName ?? "");

    public Task<string?> GetPasswordHashAsync(DeskAccountRow user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task SetPasswordHashAsync(DeskAccountRow user, string? passwordHash, CancellationToken cancellationToken) => Set(() => user.PasswordHash = passwordHash);

    public Task<bool> HasPasswordAsync(DeskAccountRow user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task<string?> GetSecurityStampAsync(DeskAccountRow user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(DeskAccountRow user, string stamp, CancellationToken cancellationToken) => Set(() => user.SecurityStamp = stamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(DeskAccountRow user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(DeskAccountRow user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) => Set(() => user.LockedUntil = lockoutEnd);

    public Task<int> IncrementAccessFailedCountAsync(DeskAccountRow user, CancellationToken cancellationToken) => Task.FromResult(++user.FailedAttempts);

    public Task ResetAccessFailedCountAsync(DeskAccountRow user, CancellationToken cancellationToken) => Set(() => user.FailedAttempts = 0);

    public Task<int> GetAccessFailedCountAsync(DeskAccountRow user, CancellationToken cancellationToken) => Task.FromResult(user.FailedAttempts);

    public Task<bool> GetLockoutEnabledAsync(DeskAccountRow user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(DeskAccountRow user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> GetTwoFactorEnabledAsync(DeskAccountRow user, CancellationToken cancellationToken) => Task.FromResult(user.IsEnrolled);

    public Task SetTwoFactorEnabledAsync(DeskAccountRow user, bool enabled, CancellationToken cancellationToken) => Set(() => user.IsEnrolled = enabled);

    public Task<string?> GetAuthenticatorKeyAsync(DeskAccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult(user.AuthenticatorKey is { } key ? _seal.Unprotect(key) : null);

    public Task SetAuthenticatorKeyAsync(DeskAccountRow user, string key, CancellationToken cancellationToken) => Set(() => user.AuthenticatorKey = _seal.Protect(key));

    public void Dispose()
    {
    }

    private static string NewVersion() => Guid.NewGuid().ToString("n");

    private static Task Set(Action set)
    {
        set();
        return Task.CompletedTask;
    }
}
