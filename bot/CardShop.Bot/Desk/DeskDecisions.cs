using CardShop.Desk.Services;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Turns;
using CardShop.Persistence.Desk;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Desk;

/// <inheritdoc cref="IDeskDecisions" />
internal sealed class DeskDecisions(DeskCases cases, DeskTurns turns, IOptions<ReviewsOptions> reviews) : IDeskDecisions
{
    private const int LongestReason = 1_000;

    public Task<DeskResult> ApproveAsync(AgentIdentity agent, string caseNumber, Approval approval, CancellationToken cancellationToken)
    {
        var personal = new PersonalDecision(
            DeskTurns.PersonOf(agent), approval.Remedy, approval.CustomerAgreed, MayOverride: agent.May(DeskRole.Reviewer) && !string.IsNullOrWhiteSpace(approval.Reason));
        var decided = new ReviewDecided(caseNumber, ReviewVerdict.Approve, Reason(approval.Reason)) { AtDesk = personal };
        var data = new AuditData { What = approval.Remedy.ToString(), Reason = Reason(approval.Reason), CustomerAgreed = approval.CustomerAgreed };
        return ReviewAsync(agent, decided, "approved", data, cancellationToken);
    }

    public Task<DeskResult> RefuseAsync(AgentIdentity agent, string caseNumber, string reason, EvidenceLink? missing, CancellationToken cancellationToken)
    {
        if (agent.May(DeskRole.Agent) && string.IsNullOrWhiteSpace(reason))
        {
            return Task.FromResult(new DeskResult(DeskOutcome.NeedsReason));
        }

        var decided = new ReviewDecided(caseNumber, ReviewVerdict.Refuse, Reason(reason), missing) { AtDesk = new PersonalDecision(DeskTurns.PersonOf(agent)) };
        return ReviewAsync(agent, decided, "refused", new AuditData { What = missing?.ToString(), Reason = Reason(reason) }, cancellationToken);
    }

    public Task<DeskResult> AskForPieceAsync(AgentIdentity agent, string caseNumber, EvidenceLink link, string? reason, CancellationToken cancellationToken)
    {
        var decided = new ReviewDecided(caseNumber, ReviewVerdict.MoreEvidence, Reason(reason), link) { AtDesk = new PersonalDecision(DeskTurns.PersonOf(agent)) };
        return ReviewAsync(agent, decided, "asked_for_piece", new AuditData { What = link.ToString(), Reason = Reason(reason) }, cancellationToken);
    }

    public Task<DeskResult> StartCoordinationAsync(AgentIdentity agent, string caseNumber, string? reason, CancellationToken cancellationToken) =>
        RunAsync(agent, caseNumber, new CoordinationWanted(caseNumber, DeskTurns.PersonOf(agent)), "started_coordination", new AuditData { Reason = Reason(reason) }, cancellationToken);

    public Task<DeskResult> CloseAsync(AgentIdentity agent, string caseNumber, Outcome outcome, string? reason, CancellationToken cancellationToken) =>
        RunAsync(
            agent, caseNumber, new PersonClosed(caseNumber, DeskTurns.PersonOf(agent), outcome), "closed", new AuditData { What = outcome.ToString(), Reason = Reason(reason) }, cancellationToken);

    /// <summary>Where the shop keeps reviews for itself, our desk does not decide them (DESIGN.md, decision 10).</summary>
    private async Task<DeskResult> ReviewAsync(AgentIdentity agent, ReviewDecided decided, string action, AuditData data, CancellationToken cancellationToken) =>
        agent.May(DeskRole.Agent) && reviews.Value.Owner == ReviewsOwner.Shop ? new DeskResult(DeskOutcome.ShopDecides) : await RunAsync(agent, decided.CaseNumber, decided, action, data, cancellationToken);

    private async Task<DeskResult> RunAsync(AgentIdentity agent, string caseNumber, Incoming decided, string action, AuditData data, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent))
        {
            return DeskResult.NotAllowed;
        }

        if (await cases.FindAnyAsync(caseNumber, cancellationToken) is not { } row)
        {
            return DeskResult.Gone;
        }

        var inboundId = DeskTurns.Once(action);
        return await turns.RunAsync(row, inboundId, decided, turns.Line(agent, action, caseNumber, data.Json)) is null
            ? DeskResult.Gone
            : await ToldAsync(agent, row, await turns.DecidedAsync(row.ConversationId, inboundId, CancellationToken.None));
    }

    private async Task<DeskResult> ToldAsync(AgentIdentity agent, DeskCaseRow row, DeskDecided? decided) => decided?.Result switch
    {
        DeskDecisionResult.Done => DeskResult.Done,
        DeskDecisionResult.FirstOfTwo => new DeskResult(DeskOutcome.NeedsSecondPerson),
        DeskDecisionResult.AwaitsYes => new DeskResult(DeskOutcome.NeedsCustomersYes),
        DeskDecisionResult.AlreadyDecided => new DeskResult(DeskOutcome.AlreadyDone, await turns.DeciderAsync(row.CaseNumber, CancellationToken.None)),
        DeskDecisionResult.NotAgainstAdvice => agent.May(DeskRole.Reviewer) ? new DeskResult(DeskOutcome.NeedsReason) : DeskResult.NotAllowed,
        DeskDecisionResult.NotNow => new DeskResult(DeskOutcome.NotNow),
        _ => DeskResult.Gone,
    };

    private static string? Reason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? null : reason.Trim() is { Length: > LongestReason } tooLong ? tooLong[..LongestReason] : reason.Trim();
}
