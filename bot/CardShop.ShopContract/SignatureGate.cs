namespace CardShop.ShopContract;

/// <summary>
/// Lets well-signed requests through, each once. Nonces are remembered in memory: what is played back to a process that has not seen it is told again by its
/// idempotency key or its event id.
/// </summary>
/// <param name="wallClock">Timestamps and nonces live by real time.</param>
public sealed class SignatureGate(TimeProvider wallClock)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _seen = [];
    private readonly Queue<(DateTimeOffset At, string Nonce)> _byAge = [];

    /// <summary>Whether the request is signed as agreed, in time, and for the first time.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pathAndQuery">As on the wire.</param>
    /// <param name="body">The body's bytes.</param>
    /// <param name="header">A header by its name; empty where there is none.</param>
    /// <param name="keyId">The id of the agreed key.</param>
    /// <param name="secret">Its secret.</param>
    public bool Admits(string method, string pathAndQuery, ReadOnlySpan<byte> body, Func<string, string> header, string keyId, string secret)
    {
        ArgumentNullException.ThrowIfNull(header);
        var (timestamp, nonce) = (header(ShopHeaders.Timestamp), header(ShopHeaders.Nonce));
        return header(ShopHeaders.Key) == keyId
            && nonce.Length is >= RequestSignature.MinNonceLength and <= RequestSignature.MaxNonceLength
            && RequestSignature.IsTimely(timestamp, wallClock.GetUtcNow())
            && RequestSignature.Verify(header(ShopHeaders.Signature), method, pathAndQuery, body, secret, timestamp, nonce)
            && Use(nonce);
    }

    /// <summary>Whether the nonce is new; it isn't any more afterwards.</summary>
    private bool Use(string nonce)
    {
        lock (_lock)
        {
            var now = wallClock.GetUtcNow();
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
