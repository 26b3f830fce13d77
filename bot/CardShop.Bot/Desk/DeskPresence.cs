using CardShop.Bot.Hosting;
using CardShop.Bot.Persistence;
using CardShop.Desk.Services;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Desk;

/// <inheritdoc cref="IDeskPresence" />
internal sealed class DeskPresence(
    IDbContextFactory<BotDbContext> contexts, IStoreDialect dialect, HolderSweeper holders, DeskSignals signals, DeskTurns turns, WallClock wall, IOptions<DeskOptions> options) : IDeskPresence
{
    private const int MostCases = 100;

    /// <summary>After this an account that never came back is no longer listed.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    public async Task HereAsync(AgentIdentity agent, string connection, string? viewing, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent))
        {
            return;
        }

        bool changed;
        try
        {
            changed = await NoteAsync(agent, connection, viewing, cancellationToken);
        }
        catch (Exception conflict) when (dialect.IsPassing(conflict))
        {
            // Two pages of one person said so for the first time at once: the rows are there now.
            changed = await NoteAsync(agent, connection, viewing, cancellationToken);
        }

        if (changed)
        {
            signals.Tell();
        }
    }

    public async Task LeftAsync(string agentId, string connection, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.DeskPages.Where(row => row.Connection == connection && row.AgentId == agentId).ExecuteDeleteAsync(cancellationToken) > 0)
        {
            signals.Tell();
        }
    }

    public async Task<DeskResult> SetAvailableAsync(AgentIdentity agent, bool isAvailable, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent))
        {
            return DeskResult.NotAllowed;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        (await PersonAsync(context, agent, cancellationToken)).IsAvailable = isAvailable;
        context.DeskAudit.Add(turns.Line(agent, isAvailable ? "available" : "paused", null));
        await context.SaveChangesAsync(cancellationToken);
        signals.Tell();
        return DeskResult.Done;
    }

    public async Task<DeskResult> SetCapacityAsync(AgentIdentity agent, string agentId, int capacity, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Reviewer))
        {
            return DeskResult.NotAllowed;
        }

        if (capacity is < 0 or > MostCases)
        {
            return new DeskResult(DeskOutcome.NotAcceptable);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.DeskPeople.FindAsync([agentId], cancellationToken) is not { } person)
        {
            return DeskResult.Gone;
        }

        person.Capacity = capacity;
        context.DeskAudit.Add(turns.Line(agent, "capacity_set", null, new AuditData { To = person.Name, What = capacity.ToString(System.Globalization.CultureInfo.InvariantCulture) }.Json));
        await context.SaveChangesAsync(cancellationToken);
        return DeskResult.Done;
    }

    public async Task<IReadOnlyList<DeskPerson>> ListAsync(AgentIdentity agent, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (lately, online) = (wall.Now - Lately, wall.Now - DeskState.PageLifetime);
        var people = await context.DeskPeople.AsNoTracking()
            .Where(row => row.SeenAt > lately)
            .OrderBy(row => row.Name)
            .Select(row => new
            {
                Row = row,
                IsOnline = context.DeskPages.Any(page => page.AgentId == row.AgentId && page.SeenAt > online),
                Holds = context.DeskCases.Count(held => held.HolderId == row.AgentId),
            })
            .ToListAsync(cancellationToken);
        return people.ConvertAll(person => new DeskPerson(
            person.Row.AgentId, person.Row.Name, person.IsOnline, person.Row.IsAvailable, person.Holds, person.Row.Capacity ?? options.Value.Capacity));
    }

    public async Task RemovedAsync(string agentId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.DeskPages.Where(row => row.AgentId == agentId).ExecuteDeleteAsync(cancellationToken);
        await context.DeskDrafts.Where(row => row.AgentId == agentId).ExecuteDeleteAsync(cancellationToken);
        await context.DeskPeople.Where(row => row.AgentId == agentId).ExecuteDeleteAsync(cancellationToken);
        await holders.ReleaseAsync(agentId);
    }

    /// <summary>Notes that a page is there; whether that is news to others.</summary>
    private async Task<bool> NoteAsync(AgentIdentity agent, string connection, string? viewing, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        (await PersonAsync(context, agent, cancellationToken)).SeenAt = wall.Now;
        var page = await context.DeskPages.FindAsync([connection], cancellationToken);
        var changed = page is null || page.Viewing != viewing;
        if (page is null)
        {
            page = new DeskPageRow { Connection = connection, AgentId = agent.Id, Name = agent.DisplayName };
            context.DeskPages.Add(page);
        }

        (page.Name, page.Viewing, page.SeenAt) = (agent.DisplayName, viewing, wall.Now);
        await context.SaveChangesAsync(cancellationToken);
        return changed;
    }

    private static async Task<DeskPersonRow> PersonAsync(BotDbContext context, AgentIdentity agent, CancellationToken cancellationToken)
    {
        if (await context.DeskPeople.FindAsync([agent.Id], cancellationToken) is { } known)
        {
            known.Name = agent.DisplayName;
            return known;
        }

        var person = new DeskPersonRow { AgentId = agent.Id, Name = agent.DisplayName };
        context.DeskPeople.Add(person);
        return person;
    }
}
