using CardShop.Desk.Services;
using CardShop.Desk.Shell;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Desk.SignIn;

/// <summary>Accounts for tests and for trying the desk: without a password, named in the desk's own words.</summary>
internal sealed class DemoAccounts(IServiceScopeFactory scopes, IDbContextFactory<BotDbContext> contexts, OneTimeLinks links, DeskClock clock)
{
    /// <summary>A demo agent of that role, and the path that signs them in once.</summary>
    public async Task<string> MakeAsync(DeskRole role, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var number = await context.DeskAccounts.CountAsync(row => row.IsDemo, cancellationToken) + 1;
        var words = new DeskWords();
        var account = new DeskAccountRow
        {
            Id = Guid.NewGuid().ToString("n"),
            SignInName = $"demo-{Guid.NewGuid():n}",
            DisplayName = words.Fill("demo.name", words.Of("role", role), number),
            Role = role.ToString(),
            IsDemo = true,
            CreatedAt = clock.Now,
        };
        await scope.Users().CreateAsync(account);
        return await links.MakeAsync(account.Id, signsIn: true, cancellationToken);
    }
}
