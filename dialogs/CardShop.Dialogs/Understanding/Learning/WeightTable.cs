using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CardShop.Dialogs.Understanding.Learning;

/// <summary>
/// A row of weights for each feature, in brief form (<see cref="Brief"/>), used where it lies: a model of millions of weights is neither copied nor worked upon when the bot
/// starts. As it lies there: the number of rows, their width, how many leading bits of a feature say where to look; for each beginning the first of its features; the
/// features in order, with eight more that are none; what a whole one is worth in the row of each; the rows. All numbers are little-endian.
/// </summary>
internal sealed class WeightTable
{
    /// <summary>How many features are compared at once; no beginning has more.</summary>
    private static readonly int AtOnce = Vector256<uint>.Count;

    private readonly int _shift;
    private readonly Numbers<int> _starts;
    private readonly Numbers<uint> _features;
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
        Span<int> rows = stackalloc int[most];
        var known = 0;
        for (; features.Length > most; features = features[most..])
            known += AddFew(features[..most], rows, sums);
        return known + AddFew(features, rows, sums);
    }

    private int AddFew(ReadOnlySpan<uint> features, Span<int> rows, Span<float> sums)
    {
        var known = rows[..Find(features, rows)];
        Brief.AddUp(_rows.Span, known, _worths.Span, sums);
        return known.Length;
    }

    /// <summary>Finds the rows of features without a branch that would have to be guessed: half of them have none.</summary>
    private int Find(ReadOnlySpan<uint> features, Span<int> rows)
    {
        var starts = _starts.Span;
        var all = _features.Span;
        var known = 0;
        foreach (var feature in features)
        {
            var start = starts[(int)(feature >> _shift)];
            var equal = Vector256.Equals(Vector256.Create(all.Slice(start, AtOnce)), Vector256.Create(feature)).ExtractMostSignificantBits();
            rows[known] = start + BitOperations.TrailingZeroCount(equal);
            known += equal != 0 ? 1 : 0;
        }

        return known;
    }

    /// <summary>Writes a table.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="features">Each feature once, in order.</param>
    /// <param name="weights">A row of weights for each.</param>
    /// <param name="width">How many weights a row has: a multiple of 32.</param>
    public static void Write(BinaryWriter writer, uint[] features, ReadOnlySpan<float> weights, int width)
    {
        var bits = Bits(features);
        writer.Write(features.Length);
        writer.Write(width);
        writer.Write(bits);
        var next = 0;
        for (uint beginning = 0; beginning < 1u << bits; beginning++)
        {
            while (next < features.Length && features[next] >> (32 - bits) < beginning)
                next++;
            writer.Write(next);
        }

        var worths = new float[features.Length];
        var rows = new sbyte[weights.Length];
        for (var row = 0; row < features.Length; row++)
            worths[row] = Brief.Of(weights.Slice(row * width, width), rows.AsSpan(row * width, width));
        writer.Write(MemoryMarshal.AsBytes(features.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(Enumerable.Repeat(features.LastOrDefault(), AtOnce).ToArray().AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(worths.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(rows.AsSpan()));
    }

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
