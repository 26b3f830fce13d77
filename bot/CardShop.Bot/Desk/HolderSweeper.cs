using CardShop.Bot.Desk.Handoff;
using CardShop.Bot.Hosting;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Desk;

/// <summary>Puts the cases of holders who are gone back into the queue: their browser, their network, or their account. By the wall clock, as people are.</summary>
internal sealed partial class HolderSweeper(
    IDbContextFactory<BotDbContext> contexts,
    DeskTurns turns,
    TimeProvider time,
    WallClock wall,
    IOptions<DeskOptions> options,
    IOptions<HandoffOptions> handoff,
    ILogger<HolderSweeper> logger)
{
    private static readonly TimeSpan PageKept = TimeSpan.FromDays(1);

    /// <summary>Looks once.</summary>
    /// <returns>How many cases were put back.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var (gone, stale) = (wall.Now - options.Value.HolderGoneAfter, wall.Now - PageKept);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.DeskPages.Where(page => page.SeenAt < stale).ExecuteDeleteAsync(cancellationToken);
        return await SweepOutsideAsync(cancellationToken) + await ReleaseAsync(await context.DeskCases.AsNoTracking()
            .Where(row => row.HolderId != null && !row.HolderId.StartsWith(OutsideDesk.Prefix) && !context.DeskPeople.Any(person => person.AgentId == row.HolderId && person.SeenAt > gone))
            .ToListAsync(cancellationToken));
    }

    /// <summary>Takes back what another desk has had for too long without a word; by the one clock, as deadlines are.</summary>
    /// <returns>How many cases were put back.</returns>
    public async Task<int> SweepOutsideAsync(CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - handoff.Value.HeldFor;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReleaseAsync(await context.DeskCases.AsNoTracking()
            .Where(row => row.HolderId != null && row.HolderId.StartsWith(OutsideDesk.Prefix) && row.HeldSince < since)
            .ToListAsync(cancellationToken));
    }

    /// <summary>Whether somebody has been seen lately enough to hold a case.</summary>
    public async Task<bool> IsHereAsync(string agentId, CancellationToken cancellationToken)
    {
        var gone = wall.Now - options.Value.HolderGoneAfter;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DeskPeople.AnyAsync(person => person.AgentId == agentId && person.SeenAt > gone, cancellationToken);
    }

    /// <summary>Puts all that somebody holds back.</summary>
    public async Task<int> ReleaseAsync(string agentId)
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        return await ReleaseAsync(await context.DeskCases.AsNoTracking().Where(row => row.HolderId == agentId).ToListAsync(CancellationToken.None));
    }

    private async Task<int> ReleaseAsync(List<DeskCaseRow> held)
    {
        foreach (var row in held)
        {
            var left = new PersonLeft(row.CaseNumber, new Person(row.HolderId!, row.HolderName!), PersonLeaving.Vanishes);
            await turns.RunAsync(row, DeskTurns.Once("vanish"), left, audit: null);
            LogReleased(row.CaseNumber);
        }

        return held.Count;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Whoever held case {CaseNumber} is gone; it is back in the queue")]
    private partial void LogReleased(string caseNumber);
}
