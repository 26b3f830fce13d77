using CardShop.Bot.Channels;

namespace CardShop.Bot.Turns;

/// <summary>Shows the customer that the bot is at work. A courtesy: it never delays a turn or fails it.</summary>
internal sealed partial class TypingSign(IEnumerable<IChannelSender> senders, TranscriptSignals signals, IHostApplicationLifetime lifetime, ILogger<TypingSign> logger)
{
    public void Give(ConversationInfo conversation)
    {
        signals.Tell(conversation.ConversationId, TranscriptNews.Typing);
        foreach (var sender in senders.Where(sender => sender.Serves(conversation)))
        {
            _ = SendAsync(sender, conversation);
        }
    }

    private async Task SendAsync(IChannelSender sender, ConversationInfo conversation)
    {
        try
        {
            await sender.SignTypingAsync(conversation, lifetime.ApplicationStopping);
        }
        catch (Exception failure)
        {
            var kind = failure.GetType().Name;
            LogUnseen(conversation.ConversationId, kind);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The typing sign did not reach {ConversationId} ({Failure})")]
    private partial void LogUnseen(string conversationId, string failure);
}
