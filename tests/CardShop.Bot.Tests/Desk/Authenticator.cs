using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CardShop.Bot.Hosting;

namespace CardShop.Bot.Tests.Desk;

/// <summary>An authenticator app (RFC 6238), as somebody of the desk has it on their phone: it goes by real time, as Identity does.</summary>
internal sealed partial class Authenticator(string key)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The six digits of now.</summary>
    public string Code => CodeAt(Clocks.Wall.GetUtcNow().ToUnixTimeSeconds() / 30);

    /// <summary>Six digits that are not right now, nor in the minutes around it.</summary>
    public string WrongCode
    {
        get
        {
            var step = Clocks.Wall.GetUtcNow().ToUnixTimeSeconds() / 30;
            var right = Enumerable.Range(-3, 7).Select(of => CodeAt(step + of)).ToHashSet();
            return Enumerable.Range(0, 100).Select(of => of.ToString("000000", CultureInfo.InvariantCulture)).First(code => !right.Contains(code));
        }
    }

    /// <summary>The app that was given the key on the page.</summary>
    public static Authenticator Of(string html) => new(Shown().Match(html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal));

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "RFC 6238 as authenticator apps speak it.")]
    private string CodeAt(long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(Bytes(key), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string base32)
    {
        var bits = string.Concat(base32.Select(letter => Convert.ToString(Alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(part => part.Length == 8).Select(part => Convert.ToByte(new string(part), 2))];
    }

    [GeneratedRegex("<code>([A-Z2-7 ]+)</code>")]
    private static partial Regex Shown();
}
