using System.Runtime.InteropServices;
using System.Text;

namespace CardShop.Dialogs.Understanding.Learning;

/// <summary>
/// A maximum-entropy classifier over <see cref="Meaning"/>, as the trainer writes it: magic and version, the number of classes, a bias for each, then one row for
/// each feature: its hash, and a weight for each class. All numbers are little-endian; weights are written in half precision, which changes no figure that we measure.
/// </summary>
internal sealed class IntentModel
{
    private const int Magic = 0x43534D31;

    private readonly FeatureTable _rows;
    private readonly float[] _weights;
    private readonly float[] _biases;

    private IntentModel(FeatureTable rows, float[] weights, float[] biases) => (_rows, _weights, _biases) = (rows, weights, biases);

    /// <summary>How sure each class is, together 1.</summary>
    /// <param name="features">Each feature once.</param>
    /// <param name="odds">As many as there are classes.</param>
    private void Score(ReadOnlySpan<uint> features, Span<float> odds)
    {
        _biases.CopyTo(odds);
        foreach (var feature in features)
        {
            if (_rows.RowOf(feature) is >= 0 and var row)
                Rows.Add(odds, _weights.AsSpan(row * odds.Length, odds.Length));
        }

        Normalise(odds);
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

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It was made for other features or classes.</exception>
    public static IntentModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadInt32() != Magic || reader.ReadInt32() != FeatureReader.Version || reader.ReadInt32() != Meaning.Count)
            throw new InvalidDataException("The model was made by another version of the trainer; build again.");
        var count = reader.ReadInt32();
        var biases = new float[Meaning.Count];
        foreach (ref var bias in biases.AsSpan())
            bias = reader.ReadSingle();
        var features = new uint[count];
        stream.ReadExactly(MemoryMarshal.AsBytes(features.AsSpan()));
        var packed = new Half[count * Meaning.Count];
        stream.ReadExactly(MemoryMarshal.AsBytes(packed.AsSpan()));
        return new IntentModel(new FeatureTable(features), Array.ConvertAll(packed, weight => (float)weight), biases);
    }

    /// <summary>Writes a model.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="biases">One for each class.</param>
    /// <param name="rows">A feature's hash, and its weight for each class.</param>
    public static void Write(Stream stream, IReadOnlyList<float> biases, IReadOnlyList<(uint Feature, float[] Weights)> rows)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(FeatureReader.Version);
        writer.Write(Meaning.Count);
        writer.Write(rows.Count);
        foreach (var bias in biases)
            writer.Write(bias);
        foreach (var (feature, _) in rows)
            writer.Write(feature);
        foreach (var (_, weights) in rows)
        {
            foreach (var weight in weights)
                writer.Write((Half)weight);
        }
    }

    private static void Normalise(Span<float> odds)
    {
        var highest = float.MinValue;
        foreach (var score in odds)
            highest = Math.Max(highest, score);
        var sum = 0f;
        foreach (ref var score in odds)
            sum += score = MathF.Exp(score - highest);
        foreach (ref var score in odds)
            score /= sum;
    }
}
