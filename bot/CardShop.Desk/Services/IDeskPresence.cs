namespace CardShop.Desk.Services;

/// <summary>Who is at the desk, on whichever node, and what they look at. Fades by itself: a page says every twenty seconds that it is still there.</summary>
public interface IDeskPresence
{
    /// <summary>The person has the desk open, and a case where one is shown. Also keeps the cases that they hold from going back into the queue.</summary>
    /// <param name="agent">Who.</param>
    /// <param name="connection">Names the page: one person may have several open.</param>
    /// <param name="viewing">The case that is shown; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task HereAsync(AgentIdentity agent, string connection, string? viewing, CancellationToken cancellationToken);

    /// <summary>The page was closed.</summary>
    Task LeftAsync(string agentId, string connection, CancellationToken cancellationToken);

    /// <summary>Takes new cases, or pauses.</summary>
    Task<DeskResult> SetAvailableAsync(AgentIdentity agent, bool isAvailable, CancellationToken cancellationToken);

    /// <summary>How many cases a person may hold at once; set by a reviewer or an admin.</summary>
    Task<DeskResult> SetCapacityAsync(AgentIdentity agent, string agentId, int capacity, CancellationToken cancellationToken);

    /// <summary>Everybody who is, or lately was, at the desk.</summary>
    Task<IReadOnlyList<DeskPerson>> ListAsync(AgentIdentity agent, CancellationToken cancellationToken);

    /// <summary>An account was deleted, locked or lost its role: the cases that it holds go back into the queue at once. Called by whoever does that.</summary>
    Task RemovedAsync(string agentId, CancellationToken cancellationToken);
}

/// <summary>A person at the desk.</summary>
/// <param name="AgentId">Who.</param>
/// <param name="DisplayName">Their name.</param>
/// <param name="IsOnline">Whether a page of theirs is open.</param>
/// <param name="IsAvailable">Whether they take new cases.</param>
/// <param name="Holds">How many cases they hold.</param>
/// <param name="Capacity">How many they may hold.</param>
public sealed record DeskPerson(string AgentId, string DisplayName, bool IsOnline, bool IsAvailable, int Holds, int Capacity);
