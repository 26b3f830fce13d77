namespace CardShop.Bot.Turns;

/// <summary>Wakes whoever waits for news of a conversation. Only a hint: the transcript in the store is the truth.</summary>
internal sealed class TranscriptSignals
{
    private readonly Dictionary<string, HashSet<Waiter>> _waiters = [];

    /// <summary>Begins to listen. What happens from now on ends <see cref="Waiter.News"/>.</summary>
    public Waiter Listen(string conversationId)
    {
        var waiter = new Waiter(this, conversationId);
        lock (_waiters)
        {
            if (!_waiters.TryGetValue(conversationId, out var waiters))
            {
                _waiters[conversationId] = waiters = [];
            }

            waiters.Add(waiter);
        }

        return waiter;
    }

    /// <summary>Tells everybody who listens to the conversation.</summary>
    public void Tell(string conversationId, TranscriptNews news)
    {
        Waiter[] told;
        lock (_waiters)
        {
            told = _waiters.TryGetValue(conversationId, out var waiters) ? [.. waiters] : [];
        }

        foreach (var waiter in told)
        {
            waiter.Tell(news);
        }
    }

    /// <summary>Tells everybody who listens to any conversation that there may be news.</summary>
    public void TellAll()
    {
        Waiter[] told;
        lock (_waiters)
        {
            told = [.. _waiters.Values.SelectMany(waiters => waiters)];
        }

        foreach (var waiter in told)
        {
            waiter.Tell(TranscriptNews.Entries);
        }
    }

    private void Forget(Waiter waiter, string conversationId)
    {
        lock (_waiters)
        {
            if (_waiters.TryGetValue(conversationId, out var waiters) && waiters.Remove(waiter) && waiters.Count == 0)
            {
                _waiters.Remove(conversationId);
            }
        }
    }

    internal sealed class Waiter(TranscriptSignals signals, string conversationId) : IDisposable
    {
        private readonly TaskCompletionSource<TranscriptNews> _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<TranscriptNews> News => _news.Task;

        public void Tell(TranscriptNews news) => _news.TrySetResult(news);

        public void Dispose() => signals.Forget(this, conversationId);
    }
}
