using CardShop.Bot.Channels;
using CardShop.Bot.Persistence;

namespace CardShop.Bot.Turns;

/// <summary>Shows the customer that the bot is at work. A courtesy: it never delays a turn or fails it.</summary>
internal sealed partial class TypingSign(
    IEnumerable<IChannelSender> senders, TranscriptSignals signals, IPeers peers, IHostApplicationLifetime lifetime, ILogger<TypingSign> logger)
{
    public void Give(ConversationInfo conversation)
    {
        signals.Tell(conversation.ConversationId, TranscriptNews.Typing);
        peers.SignTyping(conversation.ConversationId);
        foreach (var sender in senders.Where(sender => sender.Serves(conversation)))
        {
            _ = SendAsync(conversation, token => sender.SignTypingAsync(conversation, token));
        }
    }

    private async Task SendAsync(ConversationInfo conversation, Func<CancellationToken, Task> send)
    {
        try
        {
            await send(lifetime.ApplicationStopping);
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
