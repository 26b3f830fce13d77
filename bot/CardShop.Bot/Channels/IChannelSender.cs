using CardShop.Bot.Desk.Handoff;
using CardShop.Bot.Turns;

namespace CardShop.Bot.Channels;

/// <summary>Delivers stored entries to a channel that must be written to. Channels that read the transcript (Direct Line) need none.</summary>
public interface IChannelSender
{
    /// <summary>The channel ids that it serves decide by the conversation; true when this sender is the one.</summary>
    bool Serves(ConversationInfo conversation);

    /// <summary>Delivers one entry. Called by the outbox, in order, repeated after a failure; throws <see cref="ChannelRefusedException"/> when repeating can't help.</summary>
    Task SendAsync(ConversationInfo conversation, TranscriptEntry entry, CancellationToken cancellationToken);

    /// <summary>Shows there that the bot is at work. A courtesy: a failure is of no consequence, and it is never repeated.</summary>
    Task SignTypingAsync(ConversationInfo conversation, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether another desk may stand behind the channel, which takes cases over.</summary>
    bool TakesHandoffs(ConversationInfo conversation) => false;

    /// <summary>Offers a case to the desk behind the channel; fails as <see cref="SendAsync"/> does.</summary>
    Task HandOffAsync(ConversationInfo conversation, HandoffOffer offer, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>The channel will never take this entry, for example because the conversation is gone there.</summary>
public sealed class ChannelRefusedException(string message) : Exception(message);
