using System.Numerics;

namespace CardShop.Dialogs.Understanding.Learning;

/// <summary>Finds the row of a feature. Features are hashes already, so that their own bits say where to look.</summary>
internal sealed class FeatureTable
{
    private readonly uint[] _features;
    private readonly int[] _rows;
    private readonly uint _mask;

    /// <param name="features">Each feature once; its row is its place.</param>
    public FeatureTable(ReadOnlySpan<uint> features)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, features.Length * 2));
        _mask = (uint)size - 1;
        _features = new uint[size];
        _rows = new int[size];
        Array.Fill(_rows, -1);
        for (var row = 0; row < features.Length; row++)
        {
            var at = features[row] & _mask;
            while (_rows[at] >= 0)
                at = (at + 1) & _mask;
            (_features[at], _rows[at]) = (features[row], row);
        }
    }

    /// <summary>The row of a feature, or -1 when it has none.</summary>
    public int RowOf(uint feature)
    {
        for (var at = feature & _mask; _rows[at] >= 0; at = (at + 1) & _mask)
        {
            if (_features[at] == feature)
                return _rows[at];
        }

        return -1;
    }
}
