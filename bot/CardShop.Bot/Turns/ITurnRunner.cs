using CardShop.Dialogs.Turns;

namespace CardShop.Bot.Turns;

/// <summary>Runs turns: the only way in which a conversation changes.</summary>
public interface ITurnRunner
{
    /// <summary>Makes sure that the conversation exists. Opening it again changes nothing but a reference that moved.</summary>
    Task OpenAsync(ConversationOpening opening, CancellationToken cancellationToken);

    /// <summary>
    /// Runs one turn: seen before? load, decide, save, all in one transaction; then wakes the outbox. A repeated <see cref="InboundTurn.InboundId"/>
    /// answers what the first one came to and changes nothing. A conversation's turns run one at a time.
    /// </summary>
    /// <exception cref="ConversationNotFoundException">The conversation was never opened.</exception>
    Task<TurnOutcome> RunAsync(InboundTurn inbound, CancellationToken cancellationToken);

    /// <summary>The channel has these words (<see cref="TurnOutcome.Outgoing"/>): they need not be sent.</summary>
    void Carried(IReadOnlyList<long> outgoing);

    /// <summary>
    /// Sends this conversation's commands now and waits until nothing is under way any more, or for <paramref name="patience"/> of wall-clock time: for channels
    /// that take replies only with the answer to a request.
    /// </summary>
    Task SettleAsync(string conversationId, TimeSpan patience, CancellationToken cancellationToken);
}

/// <summary>How a conversation begins.</summary>
/// <param name="ConversationId">Ours, across all channels: <c>{channel}:{the channel's id}</c>.</param>
/// <param name="Channel">The channel's id, such as <c>directline</c>.</param>
/// <param name="CustomerId">The signed-in customer, by a token of the shop's server; null for a guest. Never changes afterwards.</param>
/// <param name="Reference">What the channel needs to write to this conversation again, as its own JSON; null when it needs nothing.</param>
public sealed record ConversationOpening(string ConversationId, string Channel, string? CustomerId, string? Reference);

/// <summary>One thing that a channel hands in.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="InboundId">The channel's id of it, unique in the conversation: the second delivery is recognised by it.</param>
/// <param name="Incoming">What happened.</param>
/// <param name="Echo">For the transcript: the channel's own JSON of what the customer sent, null when it leaves no trace there.</param>
public sealed record InboundTurn(string ConversationId, string InboundId, Incoming Incoming, string? Echo)
{
    /// <summary>Opens the conversation in the same transaction, where it is not open yet; a reference that moved is taken over.</summary>
    public ConversationOpening? Opening { get; init; }

    /// <summary>
    /// The answer to a request is about to carry the bot's words: they are not sent by themselves before <see cref="TurnOutcome.Outgoing"/> was reported as carried,
    /// or the request is surely over.
    /// </summary>
    public bool IsCarried { get; init; }
}

/// <summary>What a turn came to.</summary>
/// <param name="Repeated">The same thing had been handed in before.</param>
/// <param name="Entries">What it added to the transcript, the customer's own words first.</param>
public sealed record TurnOutcome(bool Repeated, IReadOnlyList<TranscriptEntry> Entries)
{
    /// <summary>Whether something was asked of the shop, so that <see cref="ITurnRunner.SettleAsync"/> may bring more words.</summary>
    public bool AwaitsShop { get; init; } = true;

    /// <summary>The case that the turn offers to the channel's own desk; null for none.</summary>
    public string? Handoff { get; init; }

    /// <summary>The rows of the outbox that hold the turn's words, for <see cref="ITurnRunner.Carried"/>.</summary>
    public IReadOnlyList<long> Outgoing { get; init; } = [];
}

/// <summary>The conversation was never opened.</summary>
public sealed class ConversationNotFoundException(string conversationId) : Exception($"Conversation {conversationId} was never opened.");
