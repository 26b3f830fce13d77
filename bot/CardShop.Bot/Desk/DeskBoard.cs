using System.Runtime.CompilerServices;
using CardShop.Bot.Hosting;
using CardShop.Desk.Services;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Desk;

/// <inheritdoc cref="IDeskBoard" />
internal sealed class DeskBoard(
    IDbContextFactory<BotDbContext> contexts,
    QueueLines lines,
    DeskCases cases,
    DeskTurns turns,
    IDeskPresence presence,
    HolderSweeper holders,
    DeskSignals signals,
    WallClock wall,
    IOptions<DeskOptions> options,
    IOptions<ReviewsOptions> reviews) : IDeskBoard
{
    /// <summary>Who looks on and who types changes without a turn, on other nodes too.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(5);

    /// <summary>Many changes at once are one.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    public async Task<IReadOnlyList<QueueItem>> ListAsync(AgentIdentity agent, QueueFilter filter, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent))
        {
            return [];
        }

        // What the shop decides for itself waits for nobody here; whoever looks for it finds it all the same.
        var items = await lines.ReadAsync(filter, cancellationToken);
        return reviews.Value.Owner == ReviewsOwner.Desk || !string.IsNullOrWhiteSpace(filter.Search)
            ? items
            : [.. items.Where(item => item.Kind != QueueKind.Review || item.HolderId is not null)];
    }

    public async Task<QueueItem?> FindAsync(AgentIdentity agent, string caseNumber, CancellationToken cancellationToken) =>
        agent.May(DeskRole.Agent) && await cases.FindAsync(caseNumber, cancellationToken) is { WaitingSince: not null } row ? await lines.ItemAsync(row, cancellationToken) : null;

    public async Task<DeskResult> ClaimAsync(AgentIdentity agent, string caseNumber, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent))
        {
            return DeskResult.NotAllowed;
        }

        return await cases.FindAnyAsync(caseNumber, cancellationToken) switch
        {
            null => DeskResult.Gone,
            { HolderId: { } holder } when holder == agent.Id => new DeskResult(DeskOutcome.AlreadyDone, agent.DisplayName),
            { HolderId: not null, HolderName: var name } => new DeskResult(DeskOutcome.HeldByAnother, name),
            var row => await GiveAsync(agent, row, agent, insteadOf: null, "claimed", cancellationToken),
        };
    }

    public async Task<DeskResult> AssignAsync(AgentIdentity agent, string caseNumber, AgentIdentity to, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent) || !to.May(DeskRole.Agent))
        {
            return DeskResult.NotAllowed;
        }

        return await cases.FindAnyAsync(caseNumber, cancellationToken) switch
        {
            null => DeskResult.Gone,
            { HolderId: { } holder } when holder == to.Id => new DeskResult(DeskOutcome.AlreadyDone, to.DisplayName),
            { HolderId: { } holder, HolderName: var name } when holder != agent.Id && !agent.May(DeskRole.Reviewer) => new DeskResult(DeskOutcome.HeldByAnother, name),
            var row => await GiveAsync(agent, row, to, row.HolderId, "assigned", cancellationToken),
        };
    }

    public async Task<DeskResult> ReleaseAsync(AgentIdentity agent, string caseNumber, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent))
        {
            return DeskResult.NotAllowed;
        }

        switch (await cases.FindAsync(caseNumber, cancellationToken))
        {
            case null:
                return DeskResult.Gone;
            case { HolderId: null }:
                return new DeskResult(DeskOutcome.AlreadyDone);
            case { HolderId: var holder, HolderName: var name } when holder != agent.Id && !agent.May(DeskRole.Reviewer):
                return new DeskResult(DeskOutcome.HeldByAnother, name);
            case var row:
                var left = new PersonLeft(caseNumber, new Person(row.HolderId!, row.HolderName!), PersonLeaving.Releases);
                return await turns.RunAsync(row, DeskTurns.Once("release"), left, turns.Line(agent, "released", caseNumber)) is null ? DeskResult.Gone : DeskResult.Done;
        }
    }

    public async IAsyncEnumerable<QueueNews> WatchAsync(AgentIdentity agent, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent))
        {
            yield break;
        }

        var newest = DateTimeOffset.MinValue;
        while (!cancellationToken.IsCancellationRequested)
        {
            // Listen first, look second: what changes while the page lists is told again.
            var next = signals.Next;
            var came = await lines.NewestAsync(cancellationToken) ?? DateTimeOffset.UnixEpoch;
            yield return new QueueNews(null, IsNew: newest != DateTimeOffset.MinValue && came > newest);
            newest = came > newest ? came : newest;
            await Task.WhenAny(next, Task.Delay(LongestSilence, wall.Time, cancellationToken));
            await Task.Delay(Breath, wall.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Who has it after the turn has won: the conversation's turns run one at a time.</summary>
    private async Task<DeskResult> GiveAsync(AgentIdentity agent, DeskCaseRow row, AgentIdentity to, string? insteadOf, string action, CancellationToken cancellationToken)
    {
        if (await cases.HoldsAsync(to.Id, cancellationToken) >= await CapacityAsync(to.Id, cancellationToken))
        {
            return new DeskResult(DeskOutcome.AtCapacity, to.DisplayName);
        }

        if (to.Id == agent.Id)
        {
            await presence.HereAsync(agent, $"claim:{agent.Id}", viewing: null, cancellationToken);
        }
        else if (!await holders.IsHereAsync(to.Id, cancellationToken))
        {
            return new DeskResult(DeskOutcome.NotNow, to.DisplayName);
        }

        var joined = new PersonJoined(row.CaseNumber, DeskTurns.PersonOf(to), insteadOf);
        if (await turns.RunAsync(row, DeskTurns.Once(action), joined, turns.Line(agent, action, row.CaseNumber, to.Id == agent.Id ? null : AuditData.ForReceiver(to))) is null)
        {
            return DeskResult.Gone;
        }

        return await cases.FindAsync(row.CaseNumber, CancellationToken.None) switch
        {
            { HolderId: { } holder } when holder == to.Id => DeskResult.Done,
            { HolderId: not null, HolderName: var name } => new DeskResult(DeskOutcome.HeldByAnother, name),
            _ => DeskResult.Gone,
        };
    }

    private async Task<int> CapacityAsync(string agentId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DeskPeople.Where(row => row.AgentId == agentId).Select(row => row.Capacity).SingleOrDefaultAsync(cancellationToken) ?? options.Value.Capacity;
    }
}
