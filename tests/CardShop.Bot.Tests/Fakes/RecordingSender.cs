using System.Collections.Concurrent;
using CardShop.Bot.Channels;
using CardShop.Bot.Desk.Handoff;
using CardShop.Bot.Turns;

namespace CardShop.Bot.Tests.Fakes;

/// <summary>A channel that must be written to: it serves the conversations of channel <c>pushed</c>.</summary>
internal sealed class RecordingSender : IChannelSender
{
    private readonly ConcurrentQueue<TranscriptEntry> _sent = new();
    private int _typingSigns;

    /// <summary>What arrived, in order.</summary>
    public IReadOnlyList<TranscriptEntry> Sent => [.. _sent];

    /// <summary>The words that arrived, in order.</summary>
    public IReadOnlyList<string> Delivered => [.. _sent.Select(entry => entry.Message!.Text)];

    /// <summary>How often somebody was seen writing.</summary>
    public int TypingSigns => Volatile.Read(ref _typingSigns);

    /// <summary>The cases that were offered to the channel's own desk.</summary>
    public ConcurrentQueue<HandoffOffer> Offered { get; } = new();

    /// <summary>What goes wrong with an offer; null for nothing.</summary>
    public Exception? OfferFailure { get; set; }

    /// <summary>What goes wrong with an entry; null for nothing.</summary>
    public Func<TranscriptEntry, Exception?> Failure { get; set; } = _ => null;

    public bool TakesHandoffs(ConversationInfo conversation) => Serves(conversation);

    public Task HandOffAsync(ConversationInfo conversation, HandoffOffer offer, CancellationToken cancellationToken)
    {
        if (OfferFailure is { } failure)
        {
            return Task.FromException(failure);
        }

        Offered.Enqueue(offer);
        return Task.CompletedTask;
    }

    public bool Serves(ConversationInfo conversation) => conversation.Channel == "pushed";

    public Task SendAsync(ConversationInfo conversation, TranscriptEntry entry, CancellationToken cancellationToken)
    {
        if (Failure(entry) is { } failure)
        {
            return Task.FromException(failure);
        }

        _sent.Enqueue(entry);
        return Task.CompletedTask;
    }

    public Task SignTypingAsync(ConversationInfo conversation, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _typingSigns);
        return Task.CompletedTask;
    }
}
