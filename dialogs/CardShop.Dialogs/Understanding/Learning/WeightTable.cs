using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CardShop.Dialogs.Understanding.Learning;

/// <summary>
/// A row of weights for each feature, in brief form (<see cref="Brief"/>), used where it lies: a model of millions of weights is neither copied nor worked upon when the bot
/// starts. As it lies there: the number of rows, their width, how many leading bits of a feature say where to look; for each beginning the first of its features; the
/// features in order, with eight more that are none, and the row of each; what a whole one is worth in each row; the rows, those that are used most side by side, so that they
/// stay in the cache. All numbers are little-endian.
/// </summary>
internal sealed class WeightTable
{
    /// <summary>How many features are compared at once; no beginning has more.</summary>
    private static readonly int AtOnce = Vector256<uint>.Count;

    private readonly int _shift;
    private readonly Numbers<int> _starts;
    private readonly Numbers<uint> _features;
    private readonly Numbers<int> _places;
    private readonly Numbers<float> _worths;
    private readonly Numbers<sbyte> _rows;

    /// <summary>Reads a table, up to its end.</summary>
    /// <exception cref="InvalidDataException">It is cut off, or its rows have another width.</exception>
    public WeightTable(ModelReader reader, int width)
    {
        var count = reader.ReadInt32();
        if (reader.ReadInt32() != width)
            throw new InvalidDataException("The model was made by another version of the trainer; build again.");
        var bits = reader.ReadInt32();
        Width = width;
        _shift = 32 - bits;
        _starts = reader.Read<int>(1 << bits);
        _features = reader.Read<uint>(count + AtOnce);
        _places = reader.Read<int>(count);
        _worths = reader.Read<float>(count);
        _rows = reader.Read<sbyte>(count * width);
    }

    /// <summary>How many weights a row has.</summary>
    public int Width { get; }

    /// <summary>Adds up the rows of features.</summary>
    /// <param name="features">Those without a row count for nothing.</param>
    /// <param name="sums">As wide as a row.</param>
    /// <returns>How many of them have a row.</returns>
    public int AddUp(ReadOnlySpan<uint> features, Span<float> sums)
    {
        const int most = 128;
        Span<int> found = stackalloc int[most];
        var known = 0;
        for (; features.Length > most; features = features[most..])
            known += AddFew(features[..most], found, sums);
        return known + AddFew(features, found, sums);
    }

    private int AddFew(ReadOnlySpan<uint> features, Span<int> found, Span<float> sums)
    {
        var rows = found[..Find(features, found)];
        var places = _places.Span;
        foreach (ref var row in rows)
            row = places[row];
        Brief.AddUp(_rows.Span, rows, _worths.Span, sums);
        return rows.Length;
    }

    /// <summary>Finds where features stand, without a branch that would have to be guessed: half of them have no row.</summary>
    private int Find(ReadOnlySpan<uint> features, Span<int> found)
    {
        var starts = _starts.Span;
        var all = _features.Span;
        var known = 0;
        foreach (var feature in features)
        {
            var start = starts[(int)(feature >> _shift)];
            var equal = Vector256.Equals(Vector256.Create(all.Slice(start, AtOnce)), Vector256.Create(feature)).ExtractMostSignificantBits();
            found[known] = start + BitOperations.TrailingZeroCount(equal);
            known += equal != 0 ? 1 : 0;
        }

        return known;
    }

    /// <summary>Writes a table.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="features">Each feature once, those that are used most first.</param>
    /// <param name="weights">A row of weights for each.</param>
    /// <param name="width">How many weights a row has: a multiple of 32.</param>
    public static void Write(BinaryWriter writer, uint[] features, ReadOnlySpan<float> weights, int width)
    {
        var sorted = features.AsSpan().ToArray();
        var places = Enumerable.Range(0, features.Length).ToArray();
        Array.Sort(sorted, places);
        var worths = new float[features.Length];
        var rows = new sbyte[weights.Length];
        for (var row = 0; row < features.Length; row++)
            worths[row] = Brief.Of(weights.Slice(row * width, width), rows.AsSpan(row * width, width));

        var bits = Bits(features);
        writer.Write(features.Length);
        writer.Write(width);
        writer.Write(bits);
        WriteStarts(writer, sorted, bits);
        Write(writer, sorted);
        Write(writer, Enumerable.Repeat(sorted.LastOrDefault(), AtOnce).ToArray());
        Write(writer, places);
        Write(writer, worths);
        Write(writer, rows);
    }

    private static void WriteStarts(BinaryWriter writer, uint[] sorted, int bits)
    {
        var next = 0;
        for (uint beginning = 0; beginning < 1u << bits; beginning++)
        {
            while (next < sorted.Length && sorted[next] >> (32 - bits) < beginning)
                next++;
            writer.Write(next);
        }
    }

    private static void Write<T>(BinaryWriter writer, T[] numbers)
        where T : unmanaged => writer.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));

    /// <summary>As few leading bits as leave one feature to a beginning on the average, and never more than can be compared at once.</summary>
    private static int Bits(uint[] features)
    {
        for (var bits = Math.Max(1, BitOperations.Log2((uint)features.Length + 1)); ; bits++)
        {
            if (features.Length == 0 || features.CountBy(feature => feature >> (32 - bits)).Max(beginning => beginning.Value) <= AtOnce)
                return bits;
        }
    }
}
