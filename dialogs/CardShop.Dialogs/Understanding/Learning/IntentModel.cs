using System.Runtime.InteropServices;
using System.Text;

namespace CardShop.Dialogs.Understanding.Learning;

/// <summary>
/// Which <see cref="Meaning"/> a message has: the mean opinion of several small neural networks. Each has a row of numbers for every feature that it knows; the rows of a
/// message's features are added up, what is negative is cut off, and one more layer makes odds of it. As the trainer writes it: magic and version, the number of classes and
/// of networks, the features' hashes, what a whole one is worth in the row of each, the rows (all networks side by side, see <see cref="Brief"/>), then each network's <see cref="OutputLayer"/>. All numbers are little-endian.
/// </summary>
internal sealed class IntentModel
{
    private const int Magic = 0x43534E31;

    private readonly uint[] _features;
    private readonly FeatureTable _table;
    private readonly float[] _worths;
    private readonly sbyte[] _rows;
    private readonly OutputLayer[] _layers;
    private readonly int _width;

    /// <param name="features">Each feature once; its row is its place.</param>
    /// <param name="worths">What a whole one is worth in each row.</param>
    /// <param name="rows">The rows, one after another, each as wide as all hidden layers together.</param>
    /// <param name="layers">What each network makes of its part of the sum.</param>
    public IntentModel(uint[] features, float[] worths, sbyte[] rows, OutputLayer[] layers) =>
        (_features, _table, _worths, _rows, _layers, _width) = (features, new FeatureTable(features), worths, rows, layers, layers.Length * OutputLayer.Hidden);

    /// <summary>The class that is most likely, and how likely it is.</summary>
    /// <param name="features">Each feature once.</param>
    public (int Meaning, float Odds) MostLikely(ReadOnlySpan<uint> features)
    {
        Span<float> odds = stackalloc float[Meaning.Count];
        Score(features, odds);
        var best = 0;
        for (var meaning = 1; meaning < odds.Length; meaning++)
        {
            if (odds[meaning] > odds[best])
                best = meaning;
        }

        return (best, odds[best]);
    }

    /// <summary>How sure each class is, together 1.</summary>
    private void Score(ReadOnlySpan<uint> features, Span<float> odds)
    {
        Span<float> sums = stackalloc float[_width];
        sums.Clear();
        var known = 0;
        foreach (var feature in features)
        {
            if (_table.RowOf(feature) is not (>= 0 and var row))
                continue;
            Brief.Add(sums, _rows.AsSpan(row * _width, _width), _worths[row]);
            known++;
        }

        odds.Clear();
        Span<float> opinion = stackalloc float[Meaning.Count];
        for (var one = 0; one < _layers.Length; one++)
        {
            _layers[one].Score(sums.Slice(one * OutputLayer.Hidden, OutputLayer.Hidden), OutputLayer.Scale(known), opinion);
            for (var meaning = 0; meaning < odds.Length; meaning++)
                odds[meaning] += opinion[meaning] / _layers.Length;
        }
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It was made for other features or classes.</exception>
    public static IntentModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadInt32() != Magic || reader.ReadInt32() != FeatureReader.Version || reader.ReadInt32() != Meaning.Count)
            throw new InvalidDataException("The model was made by another version of the trainer; build again.");
        var networks = reader.ReadInt32();
        var features = new uint[reader.ReadInt32()];
        stream.ReadExactly(MemoryMarshal.AsBytes(features.AsSpan()));
        var worths = new float[features.Length];
        stream.ReadExactly(MemoryMarshal.AsBytes(worths.AsSpan()));
        var rows = new sbyte[features.Length * networks * OutputLayer.Hidden];
        stream.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan()));
        var layers = new OutputLayer[networks];
        for (var one = 0; one < networks; one++)
            layers[one] = OutputLayer.Read(stream);
        return new IntentModel(features, worths, rows, layers);
    }

    /// <summary>Writes the model.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(FeatureReader.Version);
        writer.Write(Meaning.Count);
        writer.Write(_layers.Length);
        writer.Write(_features.Length);
        writer.Write(MemoryMarshal.AsBytes(_features.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(_worths.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(_rows.AsSpan()));
        foreach (var layer in _layers)
            layer.Write(writer);
    }
}
