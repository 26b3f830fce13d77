using CardShop.Dialogs.Turns;
using CardShop.Persistence.Conversations;

namespace CardShop.Bot.Turns;

/// <summary>A turn under way.</summary>
/// <param name="Conversation">As loaded, tracked by the turn's context.</param>
/// <param name="InboundId">By which its repetition is recognised (<see cref="InboundIds"/>).</param>
/// <param name="ChannelInboundId">The channel's own id of it.</param>
/// <param name="Incoming">What happened.</param>
/// <param name="Echo">The customer's words for the transcript.</param>
/// <param name="Now">The moment of the turn, by the one clock.</param>
/// <param name="Commands">Whether commands reach the shop.</param>
internal sealed record RunningTurn(
    ConversationRow Conversation, string InboundId, string ChannelInboundId, Incoming Incoming, string? Echo, DateTimeOffset Now, CommandMode Commands)
{
    /// <summary>The conversation's deadlines as they were loaded, tracked by the turn's context.</summary>
    public IReadOnlyList<DeadlineRow> Deadlines { get; init; } = [];

    /// <summary>The answer to a request carries the words.</summary>
    public bool IsCarried { get; init; }

    /// <summary>The conversation as channels see it.</summary>
    public ConversationInfo Info => new(Conversation.Id, Conversation.Channel, Conversation.CustomerId, Conversation.Reference);
}
