using CardShop.ShopContract;

namespace CardShop.Sandbox.Contract;

/// <summary>
/// Remembers the nonces of well-signed requests, so that each is good for one. In memory: the demo shop and its only caller live and die in one process,
/// so a restart leaves nobody whose request could be played back.
/// </summary>
internal sealed class Nonces(WallClock wallClock)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _seen = [];
    private readonly Queue<(DateTimeOffset At, string Nonce)> _byAge = [];

    /// <summary>Whether the nonce is new; it isn't any more afterwards.</summary>
    public bool Use(string nonce)
    {
        lock (_lock)
        {
            var now = wallClock.Now;
            while (_byAge.TryPeek(out var oldest) && now - oldest.At > RequestSignature.NonceMemory)
            {
                _seen.Remove(_byAge.Dequeue().Nonce);
            }

            if (!_seen.Add(nonce))
            {
                return false;
            }

            _byAge.Enqueue((now, nonce));
            return true;
        }
    }
}
