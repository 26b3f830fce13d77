using System.Text;

namespace CardShop.Dialogs.Understanding.Learning;

/// <summary>
/// Which <see cref="Meaning"/> a message has: the mean opinion of several small neural networks. Each has a row of numbers for every feature that it knows; the rows of a
/// message's features are added up, what is negative is cut off, and one more layer makes odds of it. As the trainer writes it: magic and version, the number of classes and
/// of networks, the <see cref="WeightTable"/> (all networks side by side), then each network's <see cref="OutputLayer"/>.
/// </summary>
internal sealed class IntentModel
{
    private const int Magic = 0x43534E32;

    private readonly WeightTable _table;
    private readonly OutputLayer[] _layers;

    /// <summary>Reads a model, and leaves the reader behind it.</summary>
    /// <exception cref="InvalidDataException">It was made for other features or classes.</exception>
    public IntentModel(ModelReader reader)
    {
        if (reader.ReadInt32() != Magic || reader.ReadInt32() != FeatureReader.Version || reader.ReadInt32() != Meaning.Count)
            throw new InvalidDataException("The model was made by another version of the trainer; build again.");
        _layers = new OutputLayer[reader.ReadInt32()];
        _table = new WeightTable(reader, _layers.Length * OutputLayer.Hidden);
        for (var one = 0; one < _layers.Length; one++)
            _layers[one] = OutputLayer.Read(reader);
    }

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
        Span<float> sums = stackalloc float[_table.Width];
        sums.Clear();
        var known = _table.AddUp(features, sums);
        odds.Clear();
        Span<float> opinion = stackalloc float[Meaning.Count];
        for (var one = 0; one < _layers.Length; one++)
        {
            _layers[one].Score(sums.Slice(one * OutputLayer.Hidden, OutputLayer.Hidden), OutputLayer.Scale(known), opinion);
            for (var meaning = 0; meaning < odds.Length; meaning++)
                odds[meaning] += opinion[meaning] / _layers.Length;
        }
    }

    /// <summary>Writes a model.</summary>
    /// <param name="stream">Takes it.</param>
    /// <param name="features">Each feature once, those that are used most first.</param>
    /// <param name="rows">The rows, one after another, each as wide as all hidden layers together.</param>
    /// <param name="layers">What each network makes of its part of the sum.</param>
    public static void Write(Stream stream, uint[] features, ReadOnlySpan<float> rows, OutputLayer[] layers)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(FeatureReader.Version);
        writer.Write(Meaning.Count);
        writer.Write(layers.Length);
        WeightTable.Write(writer, features, rows, layers.Length * OutputLayer.Hidden);
        foreach (var layer in layers)
            layer.Write(writer);
    }
}
