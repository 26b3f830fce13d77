using CardShop.Desk.Services;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Desk;

/// <inheritdoc cref="IDeskAudit" />
internal sealed class DeskAudit(IDbContextFactory<BotDbContext> contexts, TimeProvider time) : IDeskAudit
{
    /// <summary>What was typed at the door may be anything.</summary>
    private const int LongestName = 128;

    public async Task RecordAsync(string? agentId, string name, string action, string? caseNumber, string? data, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.DeskAudit.Add(new DeskAuditRow
        {
            At = time.GetUtcNow(),
            AgentId = agentId,
            Name = name.Length <= LongestName ? name : name[..LongestName],
            Action = action,
            CaseNumber = caseNumber,
            Data = data,
        });
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<AuditLine>> ReadAsync(AgentIdentity agent, AuditFilter filter, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Admin))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DeskAudit
            .Where(row => (filter.AgentId == null || row.AgentId == filter.AgentId) && (filter.CaseNumber == null || row.CaseNumber == filter.CaseNumber) && (filter.Before == null || row.Id < filter.Before))
            .OrderByDescending(row => row.Id)
            .Take(filter.Limit)
            .Select(row => new AuditLine(row.Id, row.At, row.AgentId, row.Name, row.Action, row.CaseNumber, row.Data))
            .ToListAsync(cancellationToken);
    }
}
