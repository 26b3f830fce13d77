using CardShop.Dialogs.Understanding.Learning;

namespace CardShop.Understanding.Trainer;

/// <summary>
/// What a classifier makes of messages by writers that it has not read. The tagger is told what a message is about; were it taught with what a classifier says of messages
/// that it was trained on, it would believe it too readily. An averaged perceptron is quickly trained and near enough.
/// </summary>
internal static class SecondHand
{
    private const int Folds = 5;
    private const int Rounds = 5;

    /// <summary>The class of each example.</summary>
    public static int[] Meanings(IReadOnlyList<Example> examples)
    {
        var meanings = new int[examples.Count];
        var columns = examples.SelectMany(example => example.Features).Distinct().Order().Select((feature, column) => (feature, column)).ToDictionary(pair => pair.feature, pair => pair.column);
        var rows = examples.Select(example => Array.ConvertAll(example.Features, feature => columns[feature])).ToArray();
        for (var fold = 0; fold < Folds; fold++)
        {
            var learned = Enumerable.Range(0, examples.Count).Where(one => examples[one].Line.Writer % Folds != fold).ToArray();
            var weights = Train(examples, rows, learned, columns.Count);
            for (var one = 0; one < examples.Count; one++)
            {
                if (examples[one].Line.Writer % Folds == fold)
                    meanings[one] = MostLikely(rows[one], weights);
            }
        }

        return meanings;
    }

    private static float[] Train(IReadOnlyList<Example> examples, int[][] rows, int[] learned, int columns)
    {
        var weights = new float[columns * Meaning.Count];
        var sums = new float[weights.Length];
        var random = new Lehmer(20261123);
        var step = 1f;
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(learned);
            foreach (var one in learned)
            {
                var (right, guess) = (examples[one].Meaning, MostLikely(rows[one], weights));
                step++;
                if (guess == right)
                    continue;
                foreach (var row in rows[one])
                {
                    weights[(row * Meaning.Count) + right]++;
                    sums[(row * Meaning.Count) + right] += step;
                    weights[(row * Meaning.Count) + guess]--;
                    sums[(row * Meaning.Count) + guess] -= step;
                }
            }
        }

        for (var at = 0; at < weights.Length; at++)
            weights[at] -= sums[at] / step;
        return weights;
    }

    private static int MostLikely(int[] rows, float[] weights)
    {
        Span<float> scores = stackalloc float[Meaning.Count];
        scores.Clear();
        foreach (var row in rows)
            Rows.Add(scores, weights.AsSpan(row * Meaning.Count, Meaning.Count));
        var best = 0;
        for (var meaning = 1; meaning < scores.Length; meaning++)
            best = scores[meaning] > scores[best] ? meaning : best;
        return best;
    }
}
