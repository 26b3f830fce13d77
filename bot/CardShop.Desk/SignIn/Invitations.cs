using CardShop.Desk.Services;
using CardShop.Persistence.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Desk.SignIn;

/// <summary>Who comes by a one-time link, and chooses a password.</summary>
internal sealed class Invitations(IServiceScopeFactory scopes, DeskAccounts accounts, OneTimeLinks links, DeskClock clock, IDeskAudit audit)
{
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
        await accounts.FindAsync(accountId, cancellationToken) is { } account
            ? await WithLinkAsync(secret, account, password, isNew: false, cancellationToken)
            : (null, "link.gone");

    private async Task<(DeskAccountRow? Account, string? Problem)> WithLinkAsync(string secret, DeskAccountRow account, string password, bool isNew, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.Users();
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
}
