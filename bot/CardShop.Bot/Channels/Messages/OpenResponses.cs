using System.Collections.Concurrent;
using CardShop.Bot.Turns;
using Microsoft.Extensions.Caching.Memory;

namespace CardShop.Bot.Channels.Messages;

/// <summary>
/// Responses that carry the bot's words themselves, and how far they have carried them: what went with a response is not posted once more. Kept in memory only;
/// forgetting it means that a channel gets something twice, never that it is lost.
/// </summary>
internal sealed class OpenResponses : IDisposable
{
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly KeyedLock _turns = new();
    private readonly ConcurrentDictionary<string, bool> _open = new();
    private readonly MemoryCache _carried = new(new MemoryCacheOptions());

    /// <summary>Opens a response, after those of the same conversation before it; disposing of it closes it.</summary>
    public async Task<IDisposable> OpenAsync(string conversationId, CancellationToken cancellationToken)
    {
        var turn = await _turns.EnterAsync(conversationId, cancellationToken);
        _open[conversationId] = true;
        return new Closing(this, conversationId, turn);
    }

    /// <summary>Whether a response is open that will carry what is said now.</summary>
    public bool IsOpen(string conversationId) => _open.ContainsKey(conversationId);

    /// <summary>Waits for the response that may carry an entry, and tells whether the channel has it.</summary>
    public async Task<bool> HasCarriedAsync(TranscriptEntry entry, CancellationToken cancellationToken)
    {
        using (await _turns.EnterAsync(entry.ConversationId, cancellationToken))
        {
            return CarriedUpTo(entry.ConversationId) >= entry.Sequence;
        }
    }

    /// <summary>The newest entry that the channel is known to have; null when that is not known.</summary>
    public long? CarriedUpTo(string conversationId) => _carried.TryGetValue(conversationId, out long sequence) ? sequence : null;

    /// <summary>The channel has an entry and those before it.</summary>
    public void Carry(TranscriptEntry entry)
    {
        if (!(CarriedUpTo(entry.ConversationId) >= entry.Sequence))
        {
            _carried.Set(entry.ConversationId, entry.Sequence, new MemoryCacheEntryOptions { SlidingExpiration = Memory });
        }
    }

    /// <inheritdoc />
    public void Dispose() => _carried.Dispose();

    private sealed class Closing(OpenResponses responses, string conversationId, IDisposable turn) : IDisposable
    {
        public void Dispose()
        {
            responses._open.TryRemove(conversationId, out _);
            turn.Dispose();
        }
    }
}
