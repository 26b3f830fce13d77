using System.Numerics;
using System.Runtime.InteropServices;

namespace CardShop.Dialogs.Understanding.Learning;

/// <summary>Rows of numbers in a quarter of their length: each number as a whole one from -127 to 127, and what one of them is worth in this row. That is enough for weights of which hundreds are added up.</summary>
internal static class Brief
{
    private const int Largest = sbyte.MaxValue;

    /// <summary>Writes a row in its brief form.</summary>
    /// <param name="row">The numbers.</param>
    /// <param name="brief">As long as the row.</param>
    /// <returns>What a whole one is worth.</returns>
    public static float Of(ReadOnlySpan<float> row, Span<sbyte> brief)
    {
        var largest = 0f;
        foreach (var number in row)
            largest = Math.Max(largest, Math.Abs(number));
        var worth = largest > 0 ? largest / Largest : 1;
        for (var at = 0; at < row.Length; at++)
            brief[at] = (sbyte)MathF.Round(row[at] / worth);
        return worth;
    }

    /// <summary>Adds a brief row to sums.</summary>
    /// <param name="sums">A multiple of 32 long.</param>
    /// <param name="brief">As long as the sums.</param>
    /// <param name="worth">What a whole one is worth.</param>
    public static void Add(Span<float> sums, ReadOnlySpan<sbyte> brief, float worth)
    {
        var whole = MemoryMarshal.Cast<float, Vector<float>>(sums);
        var small = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(brief);
        for (var at = 0; at < small.Length; at++)
        {
            Vector.Widen(small[at], out var first, out var second);
            Vector.Widen(first, out var a, out var b);
            Vector.Widen(second, out var c, out var d);
            whole[4 * at] += Vector.ConvertToSingle(a) * worth;
            whole[(4 * at) + 1] += Vector.ConvertToSingle(b) * worth;
            whole[(4 * at) + 2] += Vector.ConvertToSingle(c) * worth;
            whole[(4 * at) + 3] += Vector.ConvertToSingle(d) * worth;
        }
    }
}
