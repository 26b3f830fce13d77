using System.Runtime.InteropServices;
using CardShop.Dialogs.Understanding.Judging;
using CardShop.Dialogs.Understanding.Learning;

namespace CardShop.Dialogs.Understanding.Tagging;

/// <summary>
/// Which words are the name of what, and on which side of a change: weights for the features of each token, and for what follows what. As the trainer writes it:
/// magic and version, the number of features, the transitions, the features' hashes, the rows of weights in half precision.
/// </summary>
internal sealed class TagModel
{
    /// <summary>Of the meaning of features and tags.</summary>
    private const int Version = 1;
    private const int Magic = 0x43535431;
    private const float Least = 0.15f;

    private readonly uint[] _features;
    private readonly FeatureTable _rows;
    private readonly float[] _weights;
    private readonly float[] _transitions;

    /// <param name="features">The features, in the order of their rows.</param>
    /// <param name="weights">A row of <see cref="TagSet.Row"/> for each.</param>
    /// <param name="transitions">For what follows what.</param>
    public TagModel(uint[] features, float[] weights, float[] transitions) => (_features, _rows, _weights, _transitions) = (features, new FeatureTable(features), weights, transitions);

    /// <summary>Tags every token of a message.</summary>
    /// <param name="found">What was found in it.</param>
    /// <param name="meaning">What the classifier makes of it.</param>
    /// <param name="tokens">Its tokens.</param>
    public int[] Tag(Findings found, int meaning, List<Token> tokens)
    {
        var features = new TagFeatures(found, meaning, tokens);
        var scores = new float[tokens.Count * TagSet.Row];
        var list = new FeatureList(stackalloc uint[FeatureList.Most]);
        for (var at = 0; at < tokens.Count; at++)
        {
            list.Clear();
            features.Read(at, ref list);
            var row = scores.AsSpan(at * TagSet.Row, TagSet.Row);
            foreach (var feature in list.All)
            {
                if (_rows.RowOf(feature) is >= 0 and var known)
                    Rows.Add(row, _weights.AsSpan(known * TagSet.Row, TagSet.Row));
            }
        }

        return TagDecoder.Decode(tokens, scores, _transitions);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It was made for other features or tags.</exception>
    public static TagModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        if (reader.ReadInt32() != Magic || reader.ReadInt32() != Version || reader.ReadInt32() != TagSet.Scores)
            throw new InvalidDataException("The model was made by another version of the trainer; build again.");
        var count = reader.ReadInt32();
        var transitions = new float[TagSet.Befores * TagSet.Afters];
        foreach (ref var transition in transitions.AsSpan())
            transition = reader.ReadSingle();
        var features = new uint[count];
        stream.ReadExactly(MemoryMarshal.AsBytes(features.AsSpan()));
        var packed = new Half[count * TagSet.Scores];
        stream.ReadExactly(MemoryMarshal.AsBytes(packed.AsSpan()));
        var weights = new float[count * TagSet.Row];
        for (var row = 0; row < count; row++)
        {
            for (var score = 0; score < TagSet.Scores; score++)
                weights[(row * TagSet.Row) + score] = (float)packed[(row * TagSet.Scores) + score];
        }

        return new TagModel(features, weights, transitions);
    }

    /// <summary>Writes the model; features that weigh nothing are left out.</summary>
    public void Write(Stream stream)
    {
        var kept = Enumerable.Range(0, _features.Length).Where(row => _weights.AsSpan(row * TagSet.Row, TagSet.Scores).ContainsAnyExceptInRange(-Least, Least)).ToList();
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(TagSet.Scores);
        writer.Write(kept.Count);
        foreach (var transition in _transitions)
            writer.Write(transition);
        foreach (var row in kept)
            writer.Write(_features[row]);
        foreach (var row in kept)
        {
            foreach (var weight in _weights.AsSpan(row * TagSet.Row, TagSet.Scores))
                writer.Write((Half)weight);
        }
    }
}
