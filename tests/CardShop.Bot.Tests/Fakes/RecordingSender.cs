using System.Collections.Concurrent;
using CardShop.Bot.Channels;
using CardShop.Bot.Turns;

namespace CardShop.Bot.Tests.Fakes;

/// <summary>A channel that must be written to: it serves the conversations of channel <c>pushed</c>.</summary>
internal sealed class RecordingSender : IChannelSender
{
    private readonly ConcurrentQueue<string> _delivered = new();

    /// <summary>The words that arrived, in order.</summary>
    public IReadOnlyList<string> Delivered => [.. _delivered];

    /// <summary>What goes wrong with an entry; null for nothing.</summary>
    public Func<TranscriptEntry, Exception?> Failure { get; set; } = _ => null;

    public bool Serves(ConversationInfo conversation) => conversation.Channel == "pushed";

    public Task SendAsync(ConversationInfo conversation, TranscriptEntry entry, CancellationToken cancellationToken)
    {
        if (Failure(entry) is { } failure)
        {
            return Task.FromException(failure);
        }

        _delivered.Enqueue(entry.Message!.Text);
        return Task.CompletedTask;
    }
}
