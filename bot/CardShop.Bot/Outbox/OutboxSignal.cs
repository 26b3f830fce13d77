using System.Collections.Concurrent;
using System.Threading.Channels;

namespace CardShop.Bot.Outbox;

/// <summary>Tells the worker which lanes to look at. Only a hint: the rows in the store are the truth, and are polled as well.</summary>
internal sealed class OutboxSignal
{
    private readonly Channel<Lane> _lanes = Channel.CreateUnbounded<Lane>();
    private readonly ConcurrentDictionary<Lane, bool> _waiting = new();

    /// <summary>The lane may have something. One that waits already is not queued twice.</summary>
    public void Wake(Lane lane)
    {
        if (_waiting.TryAdd(lane, true))
        {
            _lanes.Writer.TryWrite(lane);
        }
    }

    /// <summary>The lanes to look at, as they come.</summary>
    public async IAsyncEnumerable<Lane> ReadAllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var lane in _lanes.Reader.ReadAllAsync(cancellationToken))
        {
            _waiting.TryRemove(lane, out _);
            yield return lane;
        }
    }
}
