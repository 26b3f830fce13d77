namespace CardShop.Desk.Services;

/// <summary>Who saw and did what at the desk. Append-only: the database refuses to change or delete a line.</summary>
public interface IDeskAudit
{
    /// <summary>Adds a line. The desk's services add their own; this is for sign-in and accounts.</summary>
    /// <param name="agentId">Who; null for nobody signed in.</param>
    /// <param name="name">Their name, or what was typed at the door.</param>
    /// <param name="action">What, in snake_case: <c>signed_in sign_in_failed role_granted …</c>.</param>
    /// <param name="caseNumber">The case it is about; null for none.</param>
    /// <param name="data">Further facts, as JSON, without secrets; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task RecordAsync(string? agentId, string name, string action, string? caseNumber, string? data, CancellationToken cancellationToken);

    /// <summary>The lines, newest first; empty for anybody but an admin.</summary>
    Task<IReadOnlyList<AuditLine>> ReadAsync(AgentIdentity agent, AuditFilter filter, CancellationToken cancellationToken);
}

/// <summary>Which lines are wanted.</summary>
/// <param name="AgentId">Only of this person.</param>
/// <param name="CaseNumber">Only of this case.</param>
/// <param name="Before">Only lines before this one, for the next page.</param>
/// <param name="Limit">At most so many.</param>
public sealed record AuditFilter(string? AgentId = null, string? CaseNumber = null, long? Before = null, int Limit = 100);

/// <summary>One line of the audit record.</summary>
/// <param name="Id">Grows with each line.</param>
/// <param name="At">When.</param>
/// <param name="AgentId">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="Action">What.</param>
/// <param name="CaseNumber">About which case.</param>
/// <param name="Data">Further facts, as JSON.</param>
public sealed record AuditLine(long Id, DateTimeOffset At, string? AgentId, string Name, string Action, string? CaseNumber, string? Data);
