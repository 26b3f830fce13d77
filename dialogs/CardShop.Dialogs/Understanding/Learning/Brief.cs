using System.Runtime.Intrinsics;

namespace CardShop.Dialogs.Understanding.Learning;

/// <summary>Rows of numbers in a quarter of their length: each number as a whole one from -127 to 127, and what one of them is worth in this row. That is enough for weights of which hundreds are added up.</summary>
internal static class Brief
{
    private const int Largest = sbyte.MaxValue;
    private const int AtOnce = 32;

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

    /// <summary>Adds up brief rows.</summary>
    /// <param name="table">All rows, one after another, each as long as the sums.</param>
    /// <param name="rows">Which of them.</param>
    /// <param name="worths">What a whole one is worth, for each row of the table.</param>
    /// <param name="sums">A multiple of 32 long.</param>
    public static void AddUp(ReadOnlySpan<sbyte> table, ReadOnlySpan<int> rows, ReadOnlySpan<float> worths, Span<float> sums)
    {
        for (var from = 0; from < sums.Length; from += AtOnce)
        {
            var part = sums.Slice(from, AtOnce);
            var (a, b, c, d) = (Part(part, 0), Part(part, 1), Part(part, 2), Part(part, 3));
            foreach (var row in rows)
            {
                var worth = Vector256.Create(worths[row]);
                var brief = Vector256.Create(table.Slice((row * sums.Length) + from, AtOnce));
                var (first, second) = Vector256.Widen(brief);
                var (one, two) = Vector256.Widen(first);
                var (three, four) = Vector256.Widen(second);
                a += Vector256.ConvertToSingle(one) * worth;
                b += Vector256.ConvertToSingle(two) * worth;
                c += Vector256.ConvertToSingle(three) * worth;
                d += Vector256.ConvertToSingle(four) * worth;
            }

            a.CopyTo(part);
            b.CopyTo(part[8..]);
            c.CopyTo(part[16..]);
            d.CopyTo(part[24..]);
        }
    }

    private static Vector256<float> Part(ReadOnlySpan<float> sums, int part) => Vector256.Create(sums.Slice(part * Vector256<float>.Count, Vector256<float>.Count));
}
