using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Desk.SignIn;

/// <summary>Links by which somebody comes in for the first time. The store knows only their hashes; each works once.</summary>
internal sealed class OneTimeLinks(IDbContextFactory<BotDbContext> contexts, DeskClock clock)
{
    /// <summary>How long an invitation may be used.</summary>
    public static readonly TimeSpan InvitationLifetime = TimeSpan.FromHours(24);

    /// <summary>How long the demo's sign-in may be used.</summary>
    public static readonly TimeSpan SignInLifetime = TimeSpan.FromMinutes(10);

    private const int SecretBytes = 32;

    /// <summary>Makes one, and answers the path that it stands for. Earlier ones of the same account no longer work.</summary>
    public async Task<string> MakeAsync(string? accountId, bool signsIn, CancellationToken cancellationToken)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.DeskLinks.Where(link => link.AccountId == accountId && link.UsedAt == null && link.SignsIn == signsIn).ExecuteDeleteAsync(cancellationToken);
        context.DeskLinks.Add(new DeskLinkRow
        {
            Hash = Hash(secret),
            AccountId = accountId,
            SignsIn = signsIn,
            ExpiresAt = clock.Now + (signsIn ? SignInLifetime : InvitationLifetime),
        });
        await context.SaveChangesAsync(cancellationToken);
        return $"/desk/enter/{secret}";
    }

    /// <summary>A link that may still be used; null for any other.</summary>
    public async Task<DeskLinkRow?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = Hash(secret);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var link = await context.DeskLinks.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, cancellationToken);
        return link is { UsedAt: null } && clock.Now < link.ExpiresAt ? link : null;
    }

    /// <summary>Uses it up. Of two who come at once, one is told yes.</summary>
    public async Task<bool> UseAsync(string secret, CancellationToken cancellationToken)
    {
        var (hash, now) = (Hash(secret), clock.Now);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DeskLinks.Where(row => row.Hash == hash && row.UsedAt == null && row.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), cancellationToken) == 1;
    }

    /// <summary>Whether an invitation for the first admin still works.</summary>
    public async Task<bool> HasFirstAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DeskLinks.AnyAsync(row => row.AccountId == null && row.UsedAt == null && row.ExpiresAt > now, cancellationToken);
    }

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
