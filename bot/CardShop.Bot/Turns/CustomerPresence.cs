namespace CardShop.Bot.Turns;

/// <summary>
/// Which customers have the chat open, as far as this process can see: by an open socket, or by having asked for news lately. In memory: whoever is here shows it
/// again soon. By the one clock, as all that is said about customers who have gone.
/// </summary>
internal sealed class CustomerPresence(TimeProvider time)
{
    private const int Crowd = 10_000;

    /// <summary>A page that polls does so every few seconds.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _sockets = [];
    private readonly Dictionary<string, DateTimeOffset> _asked = [];

    /// <summary>A socket is open until the answer is disposed of.</summary>
    public IDisposable Enter(string conversationId)
    {
        lock (_lock)
        {
            _sockets[conversationId] = _sockets.GetValueOrDefault(conversationId) + 1;
        }

        return new Visit(this, conversationId);
    }

    /// <summary>A page has asked for news.</summary>
    public void Asked(string conversationId)
    {
        lock (_lock)
        {
            _asked[conversationId] = time.GetUtcNow();
            if (_asked.Count > Crowd)
            {
                Forget();
            }
        }
    }

    /// <summary>Whether the customer has the chat open.</summary>
    public bool IsHere(string conversationId)
    {
        lock (_lock)
        {
            return _sockets.ContainsKey(conversationId) || (_asked.TryGetValue(conversationId, out var at) && time.GetUtcNow() - at < Lately);
        }
    }

    private void Forget()
    {
        var now = time.GetUtcNow();
        foreach (var (conversationId, at) in _asked)
        {
            if (now - at >= Lately)
            {
                _asked.Remove(conversationId);
            }
        }
    }

    private void Leave(string conversationId)
    {
        lock (_lock)
        {
            if (--_sockets[conversationId] == 0)
            {
                _sockets.Remove(conversationId);
            }

            // A dropped network or a reload: the page is back within moments.
            _asked[conversationId] = time.GetUtcNow();
        }
    }

    private sealed class Visit(CustomerPresence presence, string conversationId) : IDisposable
    {
        private bool _left;

        public void Dispose()
        {
            if (!_left)
            {
                _left = true;
                presence.Leave(conversationId);
            }
        }
    }
}
