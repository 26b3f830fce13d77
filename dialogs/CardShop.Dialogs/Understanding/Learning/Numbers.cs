using System.Runtime.InteropServices;

namespace CardShop.Dialogs.Understanding.Learning;

/// <summary>Numbers as they lie in a model.</summary>
/// <param name="bytes">Little-endian, as every machine has them that the bot runs on.</param>
internal readonly struct Numbers<T>(ReadOnlyMemory<byte> bytes)
    where T : unmanaged
{
    /// <summary>The numbers themselves; to be taken once for many of them.</summary>
    public ReadOnlySpan<T> Span => MemoryMarshal.Cast<byte, T>(bytes.Span);
}
