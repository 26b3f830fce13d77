using CardShop.Desk.Services;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Desk.SignIn;

/// <summary>Who has an account at the desk.</summary>
internal sealed class DeskAccounts(IDbContextFactory<BotDbContext> contexts)
{
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

    /// <summary>Whether nobody but demo agents has an account.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return !await context.DeskAccounts.AnyAsync(row => !row.IsDemo, cancellationToken);
    }
}
