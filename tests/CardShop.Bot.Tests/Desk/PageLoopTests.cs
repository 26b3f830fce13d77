using System.Security.Claims;
using CardShop.Desk.Shell;
using CardShop.Desk.SignIn;
using CardShop.Persistence;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace CardShop.Bot.Tests.Desk;

/// <summary>What an open page does in the background outlives a fault of the database.</summary>
public sealed class PageLoopTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Loop_ThatMeetsAFault_GoesOn_UntilThePageIsClosed()
    {
        using var closed = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var runs = 0;

        await new PageLoop(new HastyClock(), NullLogger<PageLoop>.Instance).RunAsync(
            _ =>
            {
                if (++runs == 4)
                {
                    closed.Cancel();
                }

                throw new InvalidOperationException("The database is gone.");
            },
            closed.Token);

        Assert.Equal(4, runs);
    }

    [Fact]
    public async Task Loop_ThatEndsByItself_IsNotBegunAgain()
    {
        var runs = 0;

        await new PageLoop(new HastyClock(), NullLogger<PageLoop>.Instance).RunAsync(_ => Task.FromResult(++runs), Token);

        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Session_ThatCannotBeLookedUpForAMoment_IsNotEnded()
    {
        var sessions = new Sessions(new DeskAccounts(new NoDatabase()));
        var somebody = new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "a-1"), new Claim(DeskSessions.Stamp, "s")], DeskSessions.Scheme)));

        Assert.True(await sessions.LookAsync(somebody, Token));
    }

    [Fact]
    public async Task Session_ThatWasEnded_Ends()
    {
        await using var house = await DeskHarness.StartAsync();
        var sessions = new Sessions(new DeskAccounts(house.Get<IDbContextFactory<BotDbContext>>()));
        var nobody = new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "a-1"), new Claim(DeskSessions.Stamp, "s")], DeskSessions.Scheme)));

        Assert.False(await sessions.LookAsync(nobody, Token));
    }

    /// <summary>Waits end at once.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    private sealed class NoDatabase : IDbContextFactory<BotDbContext>
    {
        public BotDbContext CreateDbContext() => throw new InvalidOperationException("The database is gone.");
    }

    private sealed class Sessions(DeskAccounts accounts) : CircuitSessions(NullLoggerFactory.Instance, accounts)
    {
        public Task<bool> LookAsync(AuthenticationState state, CancellationToken cancellationToken) => ValidateAuthenticationStateAsync(state, cancellationToken);
    }
}
