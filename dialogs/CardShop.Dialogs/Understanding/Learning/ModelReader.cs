using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace CardShop.Dialogs.Understanding.Learning;

/// <summary>Reads a model piece by piece, without copying the large ones.</summary>
/// <param name="model">As the trainer wrote it.</param>
internal sealed class ModelReader(ReadOnlyMemory<byte> model)
{
    private int _at;

    /// <summary>The next number.</summary>
    /// <exception cref="InvalidDataException">The model is cut off.</exception>
    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Next(sizeof(int)).Span);

    /// <summary>The next numbers, where they lie.</summary>
    /// <exception cref="InvalidDataException">The model is cut off.</exception>
    public Numbers<T> Read<T>(int count)
        where T : unmanaged => new(Next((long)count * Unsafe.SizeOf<T>()));

    private ReadOnlyMemory<byte> Next(long length)
    {
        if (length < 0 || length > model.Length - _at)
            throw new InvalidDataException("The model is cut off; build again.");
        var next = model.Slice(_at, (int)length);
        _at += (int)length;
        return next;
    }
}
