using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Understanding;

namespace CardShop.Desk.Services;

/// <summary>
/// Decides cases, through the same rules and two-step commands as the bot. The same decision twice, or by two people at once, has one effect; the second hears
/// <see cref="DeskOutcome.AlreadyDone"/>. A case that somebody else holds can be decided as well: the conversation stays with its holder.
/// </summary>
public interface IDeskDecisions
{
    /// <summary>It may be done: the bot sends the command (rule D4). Against the rules' advice it takes a reviewer and a reason; above an amount, two people.</summary>
    /// <param name="agent">Who decides.</param>
    /// <param name="caseNumber">The case.</param>
    /// <param name="approval">What is approved.</param>
    /// <param name="cancellationToken">Gives up before it is decided.</param>
    Task<DeskResult> ApproveAsync(AgentIdentity agent, string caseNumber, Approval approval, CancellationToken cancellationToken);

    /// <summary>It may not, for a reason that the customer reads (rule R5); with the missing link where that is the reason (rule D5).</summary>
    Task<DeskResult> RefuseAsync(AgentIdentity agent, string caseNumber, string reason, EvidenceLink? missing, CancellationToken cancellationToken);

    /// <summary>A named piece of evidence is wanted first (rule R5).</summary>
    Task<DeskResult> AskForPieceAsync(AgentIdentity agent, string caseNumber, EvidenceLink link, string? reason, CancellationToken cancellationToken);

    /// <summary>The holder of the account that the goods went to is to be asked (rules P3, L1).</summary>
    Task<DeskResult> StartCoordinationAsync(AgentIdentity agent, string caseNumber, string? reason, CancellationToken cancellationToken);

    /// <summary>Ends a case that a person has seen to (rule D7). The outcome is one of <see cref="DecisionOptions.Closings"/>.</summary>
    Task<DeskResult> CloseAsync(AgentIdentity agent, string caseNumber, Outcome outcome, string? reason, CancellationToken cancellationToken);
}

/// <summary>What is approved.</summary>
/// <param name="Remedy">Change or money back.</param>
/// <param name="Reason">Why, for the record; needed against the rules' advice.</param>
/// <param name="CustomerAgreed">The customer has said yes to exactly this in the conversation (rule G2): noted with the decider's name. Not needed for what was applied for.</param>
public sealed record Approval(Remedy Remedy, string? Reason = null, bool CustomerAgreed = false);

/// <summary>What can be decided now, and what it takes. Only for showing: each action looks for itself.</summary>
public sealed record DecisionOptions
{
    /// <summary>Whether the shop decides reviews for itself: nothing can be approved or refused here.</summary>
    public bool ShopDecides { get; init; }

    /// <summary>What can be approved.</summary>
    public IReadOnlyList<ApprovalOption> Approvals { get; init; } = [];

    /// <summary>Whether it can be refused.</summary>
    public bool CanRefuse { get; init; }

    /// <summary>Whether a piece of evidence can be asked for.</summary>
    public bool CanAskForPiece { get; init; }

    /// <summary>Whether the recipient can be asked.</summary>
    public bool CanCoordinate { get; init; }

    /// <summary>The outcomes that the case can be closed with; empty when it can't.</summary>
    public IReadOnlyList<Outcome> Closings { get; init; } = [];

    /// <summary>The approval that waits for a second person; null when none does.</summary>
    public FirstApproval? First { get; init; }
}

/// <summary>Something that can be approved.</summary>
/// <param name="Remedy">Change or money back.</param>
/// <param name="IsAgainstAdvice">Whether the rules advise otherwise: a reviewer and a reason.</param>
/// <param name="NeedsSecondPerson">Whether two people have to approve.</param>
/// <param name="IsCovered">Whether the customer has applied for exactly this: no other yes is needed (rule G2).</param>
public sealed record ApprovalOption(Remedy Remedy, bool IsAgainstAdvice, bool NeedsSecondPerson, bool IsCovered);

/// <summary>An approval that waits for a second person.</summary>
/// <param name="Remedy">What was approved.</param>
/// <param name="By">The first person.</param>
/// <param name="ById">The first person's id.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record FirstApproval(Remedy Remedy, string By, string ById, string? Reason, DateTimeOffset At);
