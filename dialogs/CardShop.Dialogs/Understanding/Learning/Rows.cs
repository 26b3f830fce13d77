using System.Numerics;
using System.Runtime.InteropServices;

namespace CardShop.Dialogs.Understanding.Learning;

/// <summary>Sums of rows of weights.</summary>
internal static class Rows
{
    /// <summary>Adds one row to another of the same length.</summary>
    public static void Add(Span<float> sum, ReadOnlySpan<float> row)
    {
        var sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        var rows = MemoryMarshal.Cast<float, Vector<float>>(row);
        for (var at = 0; at < sums.Length; at++)
            sums[at] += rows[at];
        for (var at = sums.Length * Vector<float>.Count; at < sum.Length; at++)
            sum[at] += row[at];
    }

    /// <summary>Adds a multiple of one row to another of the same length.</summary>
    public static void AddTimes(Span<float> sum, ReadOnlySpan<float> row, float times)
    {
        var sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        var rows = MemoryMarshal.Cast<float, Vector<float>>(row);
        for (var at = 0; at < sums.Length; at++)
            sums[at] += rows[at] * times;
        for (var at = sums.Length * Vector<float>.Count; at < sum.Length; at++)
            sum[at] += row[at] * times;
    }
}
