using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding;

namespace CardShop.Desk.Services;

/// <summary>The cases that need a person, and who has them.</summary>
public interface IDeskBoard
{
    /// <summary>The cases that fit, ordered; all of them, 5,000 as well. Empty for somebody without a role.</summary>
    Task<IReadOnlyList<QueueItem>> ListAsync(AgentIdentity agent, QueueFilter filter, CancellationToken cancellationToken);

    /// <summary>One case as the queue shows it; null when it needs nobody any more.</summary>
    Task<QueueItem?> FindAsync(AgentIdentity agent, string caseNumber, CancellationToken cancellationToken);

    /// <summary>Takes a case: the customer is told who has joined, and the bot falls silent. Of two who claim at once one wins; the other hears <see cref="DeskOutcome.HeldByAnother"/>.</summary>
    Task<DeskResult> ClaimAsync(AgentIdentity agent, string caseNumber, CancellationToken cancellationToken);

    /// <summary>Gives a waiting case, or one's own, to a colleague; a reviewer may also take it from somebody else.</summary>
    /// <param name="agent">Who does it.</param>
    /// <param name="caseNumber">The case.</param>
    /// <param name="to">Who gets it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<DeskResult> AssignAsync(AgentIdentity agent, string caseNumber, AgentIdentity to, CancellationToken cancellationToken);

    /// <summary>Puts a case that one holds back into the queue: somebody else is to take it. The customer is told. A reviewer may do so for somebody else.</summary>
    Task<DeskResult> ReleaseAsync(AgentIdentity agent, string caseNumber, CancellationToken cancellationToken);

    /// <summary>A signal each time the queue may have changed: list again. The first comes at once. Ends with the token.</summary>
    IAsyncEnumerable<QueueNews> WatchAsync(AgentIdentity agent, CancellationToken cancellationToken);
}

/// <summary>Which cases are wanted, and in which order.</summary>
public sealed record QueueFilter
{
    /// <summary>All that wait, and all that are held.</summary>
    public static QueueFilter All { get; } = new();

    /// <summary>Only cases that wait for this.</summary>
    public QueueKind? Kind { get; init; }

    /// <summary>Only cases on this path.</summary>
    public CasePath? Path { get; init; }

    /// <summary>Only cases in this language.</summary>
    public Language? Language { get; init; }

    /// <summary>Only cases from this channel.</summary>
    public string? Channel { get; init; }

    /// <summary>Only cases held by this person; the empty string for those that nobody holds.</summary>
    public string? HeldBy { get; init; }

    /// <summary>A case, order or payment number or the last four digits of a phone: finds cases that have ended as well.</summary>
    public string? Search { get; init; }

    /// <summary>What comes first.</summary>
    public QueueOrder Order { get; init; }

    /// <summary>The other way round.</summary>
    public bool Descending { get; init; }

    /// <summary>At most so many.</summary>
    public int Limit { get; init; } = 10_000;
}

/// <summary>What the queue can be ordered by.</summary>
public enum QueueOrder
{
    /// <summary>Who needs a person most: golden windows by their end, then whatever is due first; what somebody holds comes last.</summary>
    Urgency,

    /// <summary>The longest wait first.</summary>
    Waiting,

    /// <summary>The nearest deadline first.</summary>
    Deadline,

    /// <summary>The largest amount first.</summary>
    Amount,
}

/// <summary>What a case waits for.</summary>
public enum QueueKind
{
    /// <summary>Somebody to talk to (rule H3).</summary>
    Person,

    /// <summary>A reviewer's decision (rule R3).</summary>
    Review,

    /// <summary>Nobody at the desk: the bot has it, and it was found by a search.</summary>
    Bot,

    /// <summary>Nothing: it has ended, and was found by a search.</summary>
    Ended,
}

/// <summary>One line of the queue.</summary>
public sealed record QueueItem
{
    /// <summary>The case.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>What it waits for.</summary>
    public required QueueKind Kind { get; init; }

    /// <summary>Why a person was called; null where only a review waits.</summary>
    public PersonCause? Cause { get; init; }

    /// <summary>The path; null until known.</summary>
    public CasePath? Path { get; init; }

    /// <summary>What became of it; null while open.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>What was paid, in fen; null before an order is known.</summary>
    public long? AmountFen { get; init; }

    /// <summary>Since when it waits.</summary>
    public required DateTimeOffset WaitingSince { get; init; }

    /// <summary>The next deadline: the golden window while it is open, else the review's due day, else by when a waiting customer is to be answered; null when there is none.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>What the deadline is of: <c>window review answer</c>.</summary>
    public string? DeadlineKind { get; init; }

    /// <summary>The customer's language.</summary>
    public required Language Language { get; init; }

    /// <summary>The channel that the customer writes from.</summary>
    public required string Channel { get; init; }

    /// <summary>The order; null before one is known.</summary>
    public string? OrderNo { get; init; }

    /// <summary>Product and face value; null before an order is known.</summary>
    public string? Product { get; init; }

    /// <summary>The id of whoever holds it; null while nobody does.</summary>
    public string? HolderId { get; init; }

    /// <summary>The name of whoever holds it.</summary>
    public string? HolderName { get; init; }

    /// <summary>When the customer last said something; null when never.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>Whether the customer has spoken last, and waits for an answer of the holder.</summary>
    public bool AwaitsAnswer { get; init; }

    /// <summary>Whether a first person has decided, and a second one is wanted.</summary>
    public bool AwaitsSecondPerson { get; init; }

    /// <summary>Who has it open at this moment.</summary>
    public IReadOnlyList<Viewer> Viewers { get; init; } = [];
}

/// <summary>Somebody who has a case open.</summary>
/// <param name="AgentId">Who.</param>
/// <param name="DisplayName">Their name.</param>
/// <param name="IsTyping">Whether they are writing.</param>
public sealed record Viewer(string AgentId, string DisplayName, bool IsTyping);

/// <summary>The queue may have changed.</summary>
/// <param name="CaseNumber">The one case that has; null when any may have.</param>
/// <param name="IsNew">Whether it has just come into the queue: worth a sound.</param>
public sealed record QueueNews(string? CaseNumber, bool IsNew);
