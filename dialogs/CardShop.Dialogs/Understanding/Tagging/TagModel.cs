using System.Runtime.InteropServices;
using System.Text;
using CardShop.Dialogs.Understanding.Judging;
using CardShop.Dialogs.Understanding.Learning;

namespace CardShop.Dialogs.Understanding.Tagging;

/// <summary>
/// Which words are the name of what, and on which side of a change: weights for the features of each token, and for what follows what. As the trainer writes it:
/// magic and version, the number of scores, the transitions, the <see cref="WeightTable"/>.
/// </summary>
internal sealed class TagModel
{
    /// <summary>Of the meaning of features and tags.</summary>
    private const int Version = 2;
    private const int Magic = 0x43535431;
    private const float Least = 1;

    private readonly float[] _transitions;
    private readonly WeightTable _table;

    /// <summary>Reads a model, and leaves the reader behind it.</summary>
    /// <exception cref="InvalidDataException">It was made for other features or tags.</exception>
    public TagModel(ModelReader reader)
    {
        if (reader.ReadInt32() != Magic || reader.ReadInt32() != Version || reader.ReadInt32() != TagSet.Scores)
            throw new InvalidDataException("The model was made by another version of the trainer; build again.");
        _transitions = reader.Read<float>(TagSet.Befores * TagSet.Afters).Span.ToArray();
        _table = new WeightTable(reader, TagSet.Row);
    }

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
            _table.AddUp(list.All, scores.AsSpan(at * TagSet.Row, TagSet.Row));
        }

        return TagDecoder.Decode(tokens, scores, _transitions);
    }

    /// <summary>Writes a model; features that weigh next to nothing are left out.</summary>
    /// <param name="stream">Takes it.</param>
    /// <param name="features">Each feature once, those that are used most first.</param>
    /// <param name="weights">A row of <see cref="TagSet.Row"/> for each.</param>
    /// <param name="transitions">For what follows what.</param>
    public static void Write(Stream stream, uint[] features, float[] weights, float[] transitions)
    {
        var kept = Enumerable.Range(0, features.Length).Where(row => weights.AsSpan(row * TagSet.Row, TagSet.Row).ContainsAnyExceptInRange(-Least, Least)).ToArray();
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(TagSet.Scores);
        writer.Write(MemoryMarshal.AsBytes(transitions.AsSpan()));
        WeightTable.Write(writer, Array.ConvertAll(kept, row => features[row]), kept.SelectMany(row => weights[(row * TagSet.Row)..((row + 1) * TagSet.Row)]).ToArray(), TagSet.Row);
    }
}
