using CardShop.Bot.Persistence;
using CardShop.Bot.Persistence.Rows;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.Persistence.Conversations;

namespace CardShop.Bot.Turns;

/// <summary>A turn under way.</summary>
/// <param name="Loaded">The conversation as the turn has found it; what the turn changes of it is written.</param>
/// <param name="InboundId">By which its repetition is recognised (<see cref="InboundIds"/>).</param>
/// <param name="ChannelInboundId">The channel's own id of it.</param>
/// <param name="Incoming">What happened.</param>
/// <param name="Echo">The customer's words for the transcript.</param>
/// <param name="Now">The moment of the turn, by the one clock.</param>
/// <param name="Commands">Whether commands reach the shop.</param>
internal sealed record RunningTurn(
    LoadedConversation Loaded, string InboundId, string ChannelInboundId, Incoming Incoming, string? Echo, DateTimeOffset Now, CommandMode Commands)
{
    /// <summary>What is written when the turn is saved.</summary>
    public required TurnRows Rows { get; init; }

    /// <summary>Where it is saved.</summary>
    public required ITurnTransaction Store { get; init; }

    /// <summary>The answer to a request carries the words.</summary>
    public bool IsCarried { get; init; }

    /// <summary>The conversation's row.</summary>
    public ConversationRow Conversation => Loaded.Row;

    /// <summary>The conversation as channels see it.</summary>
    public ConversationInfo Info => new(Conversation.Id, Conversation.Channel, Conversation.CustomerId, Conversation.Reference);

    /// <summary>EF Core, in the turn's own transaction: for what few turns read or change.</summary>
    public ValueTask<BotDbContext> ContextAsync(CancellationToken cancellationToken) => Store.ContextAsync(cancellationToken);
}
