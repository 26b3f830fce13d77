using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CardShop.ShopContract;

/// <summary>
/// Signs and checks requests between bot and shop, in both directions: lower-case hex of HMAC-SHA256 over method, path and query, timestamp, nonce and the
/// body's hash, one a line. Time and chance arrive as values: the caller owns the wall clock and draws the nonce.
/// </summary>
public static class RequestSignature
{
    /// <summary>How far the timestamp may be from the receiver's wall clock, either way.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    /// <summary>How long a receiver remembers nonces: longer than a timestamp stays good.</summary>
    public static readonly TimeSpan NonceMemory = TimeSpan.FromMinutes(10);

    /// <summary>A nonce is at least this long.</summary>
    public const int MinNonceLength = 16;

    /// <summary>A nonce is at most this long.</summary>
    public const int MaxNonceLength = 128;

    /// <summary>A fresh nonce.</summary>
    public static string NewNonce() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The headers that make a request a signed one.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pathAndQuery">As on the wire, percent-encoded, from the first slash on.</param>
    /// <param name="body">The body's bytes; empty without one.</param>
    /// <param name="keyId">Which key signs.</param>
    /// <param name="secret">The key's secret.</param>
    /// <param name="timestamp">The wall clock.</param>
    /// <param name="nonce">From <see cref="NewNonce"/>; a new one for each attempt.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Headers(
        string method, string pathAndQuery, ReadOnlySpan<byte> body, string keyId, string secret, DateTimeOffset timestamp, string nonce)
    {
        var seconds = timestamp.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return
        [
            new(ShopHeaders.Key, keyId),
            new(ShopHeaders.Timestamp, seconds),
            new(ShopHeaders.Nonce, nonce),
            new(ShopHeaders.Signature, Compute(method, pathAndQuery, body, secret, seconds, nonce)),
        ];
    }

    /// <summary>Whether a signature fits the request and its secret. Takes the same time for every wrong one.</summary>
    /// <param name="signature">What the request carries.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pathAndQuery">As on the wire.</param>
    /// <param name="body">The body's bytes.</param>
    /// <param name="secret">The secret of the key that the request names.</param>
    /// <param name="timestamp">The timestamp header, as it came.</param>
    /// <param name="nonce">The nonce header, as it came.</param>
    public static bool Verify(string signature, string method, string pathAndQuery, ReadOnlySpan<byte> body, string secret, string timestamp, string nonce) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Compute(method, pathAndQuery, body, secret, timestamp, nonce)));

    /// <summary>Whether a timestamp header is a time, and near enough to the wall clock.</summary>
    public static bool IsTimely(string timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) <= (decimal)Tolerance.TotalSeconds;

    private static string Compute(string method, string pathAndQuery, ReadOnlySpan<byte> body, string secret, string timestamp, string nonce)
    {
        var signed = string.Join('\n', method.ToUpperInvariant(), pathAndQuery, timestamp, nonce, Convert.ToHexStringLower(SHA256.HashData(body)));
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed)));
    }
}
