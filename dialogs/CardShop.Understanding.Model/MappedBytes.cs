using System.Buffers;

namespace CardShop.Understanding.Model;

/// <summary>A resource of an assembly as memory. It stays where it is for as long as the process lives, so that there is nothing to pin and nothing to free.</summary>
/// <param name="resource">The whole resource.</param>
internal sealed unsafe class MappedBytes(UnmanagedMemoryStream resource) : MemoryManager<byte>
{
    private readonly byte* _first = resource.PositionPointer;
    private readonly int _length = checked((int)resource.Length);

    public override Span<byte> GetSpan() => new(_first, _length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_first + elementIndex);

    public override void Unpin()
    {
        // Nothing moves.
    }

    protected override void Dispose(bool disposing)
    {
        // The assembly owns the memory.
    }
}
