using CardShop.Dialogs.Understanding.Learning;
using CardShop.Dialogs.Understanding.Tagging;

namespace CardShop.Understanding.Trainer;

/// <summary>
/// Trains the tagger: an averaged structured perceptron (Collins 2002). The same corpus always makes the same model: messages are
/// shuffled by a generator of our own with a fixed seed.
/// </summary>
internal sealed class StructuredPerceptron
{
    private const int Rounds = 10;
    private const int FewestUses = 2;

    private readonly Dictionary<uint, int> _rows;
    private readonly float[] _weights;
    private readonly double[] _weightSums;
    private readonly float[] _transitions = new float[TagSet.Befores * TagSet.Afters];
    private readonly double[] _transitionSums = new double[TagSet.Befores * TagSet.Afters];
    private long _step = 1;

    private StructuredPerceptron(IReadOnlyList<TagExample> examples)
    {
        _rows = examples.SelectMany(example => example.Features).SelectMany(features => features.Distinct()).GroupBy(feature => feature)
            .Where(uses => uses.Count() >= FewestUses).OrderByDescending(uses => uses.Count()).ThenBy(uses => uses.Key).Select(uses => uses.Key).Select((feature, row) => (feature, row)).ToDictionary(pair => pair.feature, pair => pair.row);
        _weights = new float[_rows.Count * TagSet.Row];
        _weightSums = new double[_weights.Length];
    }

    /// <summary>Writes the model of these examples.</summary>
    public static void Train(IReadOnlyList<TagExample> examples, Stream model)
    {
        var perceptron = new StructuredPerceptron(examples);
        var messages = examples.Select(example => (Example: example, Rows: Array.ConvertAll(example.Features, perceptron.Known))).ToArray();
        var random = new Lehmer(20261123);
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(messages);
            foreach (var (example, rows) in messages)
                perceptron.Learn(example, rows);
        }

        perceptron.Average();
        TagModel.Write(model, [.. perceptron._rows.OrderBy(pair => pair.Value).Select(pair => pair.Key)], perceptron._weights, perceptron._transitions);
    }

    private int[] Known(uint[] features) => [.. features.Where(_rows.ContainsKey).Select(feature => _rows[feature])];

    private void Learn(TagExample example, int[][] rows)
    {
        var scores = new float[rows.Length * TagSet.Row];
        for (var at = 0; at < rows.Length; at++)
        {
            foreach (var row in rows[at])
                Rows.Add(scores.AsSpan(at * TagSet.Row, TagSet.Row), _weights.AsSpan(row * TagSet.Row, TagSet.Row));
        }

        var guess = TagDecoder.Decode(example.Tokens, scores, _transitions);
        if (!guess.AsSpan().SequenceEqual(example.Tags))
        {
            for (var at = 0; at < rows.Length; at++)
                Correct(rows[at], example.Tags, guess, at);
        }

        _step++;
    }

    private void Correct(int[] rows, int[] right, int[] guess, int at)
    {
        if (right[at] != guess[at])
        {
            foreach (var row in rows)
            {
                Change((row * TagSet.Row) + right[at], 1);
                Change((row * TagSet.Row) + guess[at], -1);
            }
        }

        Follow(right, at, 1);
        Follow(guess, at, -1);
    }

    private void Change(int weight, int by)
    {
        _weights[weight] += by;
        _weightSums[weight] += by * (double)_step;
    }

    private void Follow(int[] tags, int at, int by)
    {
        if (tags[at] > EntityRoles.Count)
            return;
        var transition = (TagDecoder.Before(tags, at) * TagSet.Afters) + tags[at];
        _transitions[transition] += by;
        _transitionSums[transition] += by * (double)_step;
    }

    private void Average()
    {
        for (var at = 0; at < _weights.Length; at++)
            _weights[at] -= (float)(_weightSums[at] / _step);
        for (var at = 0; at < _transitions.Length; at++)
            _transitions[at] -= (float)(_transitionSums[at] / _step);
    }
}
