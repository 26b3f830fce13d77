using System.Text.Json;
using CardShop.Bot.Turns;
using CardShop.Desk.Services;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Desk;

/// <summary>Runs what people at the desk do as turns of the conversation: kept apart from all its others, once, with its line of the audit record in the same transaction.</summary>
internal sealed class DeskTurns(IDbContextFactory<BotDbContext> contexts, TurnExecutor turns, TimeProvider time)
{
    /// <summary>The person as the core knows them.</summary>
    public static Person PersonOf(AgentIdentity agent) => new(agent.Id, agent.DisplayName);

    /// <summary>A name for something that happens once.</summary>
    public static string Once(string verb) => $"desk:{verb}:{Guid.NewGuid():n}";

    /// <summary>Runs a turn; null when the conversation is gone.</summary>
    /// <param name="row">The case.</param>
    /// <param name="inboundId">By which its repetition is recognised.</param>
    /// <param name="acted">What was done.</param>
    /// <param name="audit">The line of the audit record; null for none.</param>
    public async Task<TurnOutcome?> RunAsync(DeskCaseRow row, string inboundId, Incoming acted, DeskAuditRow? audit)
    {
        try
        {
            // Whatever becomes of the page, what was begun is finished.
            return await turns.RunAsync(
                inboundId, new InboundTurn(row.ConversationId, inboundId, acted, Echo: null), audit is null ? null : (context, _) => Add(context, audit), CancellationToken.None);
        }
        catch (ConversationNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether a turn of that name has been run.</summary>
    public async Task<bool> WasSeenAsync(string conversationId, string inboundId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Inbound.AnyAsync(seen => seen.ConversationId == conversationId && seen.InboundId == inboundId, cancellationToken);
    }

    /// <summary>A line of the audit record.</summary>
    public DeskAuditRow Line(AgentIdentity agent, string action, string? caseNumber, string? data = null) => new()
    {
        At = time.GetUtcNow(),
        AgentId = agent.Id,
        Name = agent.DisplayName,
        Action = action,
        CaseNumber = caseNumber,
        Data = data,
    };

    /// <summary>What became of a decision that was run under an inbound id.</summary>
    public async Task<DeskDecided?> DecidedAsync(string conversationId, string inboundId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var data = await context.CaseEvents.AsNoTracking()
            .Where(row => row.ConversationId == conversationId && row.Cause == inboundId && row.Kind == nameof(DeskDecided))
            .Select(row => row.Data)
            .FirstOrDefaultAsync(cancellationToken);
        return data is null ? null : Read(data);
    }

    /// <summary>The name of whoever decided the case first; null when the shop did, or nobody.</summary>
    public async Task<string?> DeciderAsync(string caseNumber, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var decisions = await context.CaseEvents.AsNoTracking()
            .Where(row => row.CaseNumber == caseNumber && row.Kind == nameof(DeskDecided))
            .OrderByDescending(row => row.Id)
            .Select(row => row.Data)
            .ToListAsync(cancellationToken);
        return decisions.Select(Read).FirstOrDefault(decided => decided?.Result is DeskDecisionResult.Done or DeskDecisionResult.AwaitsYes)?.Name;
    }

    private static DeskDecided? Read(string data) => JsonSerializer.Deserialize<CaseEvent>(data, DialogsJson.House) as DeskDecided;

    private static ValueTask Add(BotDbContext context, DeskAuditRow audit)
    {
        context.DeskAudit.Add(new DeskAuditRow { At = audit.At, AgentId = audit.AgentId, Name = audit.Name, Action = audit.Action, CaseNumber = audit.CaseNumber, Data = audit.Data });
        return ValueTask.CompletedTask;
    }
}
