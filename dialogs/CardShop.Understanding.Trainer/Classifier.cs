using CardShop.Dialogs.Understanding.Learning;

namespace CardShop.Understanding.Trainer;

/// <summary>
/// Trains the networks of the classifier. Half of them see what the lexicon makes of a message, the others don't: it was made for some of the writers and flatters itself there, so
/// that who sees its verdict trusts it too much with others.
/// </summary>
internal static class Classifier
{
    private const int Networks = 6;
    private const int FewestUses = 5;
    private const int FirstSeed = 20261130;

    /// <summary>Writes the model of these examples.</summary>
    public static void Train(IReadOnlyList<Example> examples, Stream model)
    {
        var columns = Columns(examples);
        var every = Enumerable.Repeat(true, columns.Count).ToArray();
        var unaided = new bool[columns.Count];
        foreach (var feature in examples.SelectMany(example => example.Unaided).Where(columns.ContainsKey))
            unaided[columns[feature]] = true;
        var rows = examples.Select(example => (example.Features.Where(columns.ContainsKey).Select(feature => columns[feature]).ToArray(), example.Meaning)).ToArray();
        var trained = new (float[] Rows, OutputLayer Layer)[Networks];
        for (var one = 0; one < Networks; one++)
            trained[one] = Network.Train(rows, columns.Count, one % 2 == 0 ? every : unaided, FirstSeed + one);
        IntentModel.Write(model, [.. columns.OrderBy(pair => pair.Value).Select(pair => pair.Key)], SideBySide(trained, unaided), [.. trained.Select(network => network.Layer)]);
    }

    /// <summary>The features that at least five messages share, the most common ones first; what only one has teaches nothing about others.</summary>
    private static Dictionary<uint, int> Columns(IReadOnlyList<Example> examples) => examples
        .SelectMany(example => example.Features)
        .GroupBy(feature => feature)
        .Where(uses => uses.Count() >= FewestUses)
        .OrderByDescending(uses => uses.Count()).ThenBy(uses => uses.Key)
        .Select(uses => uses.Key)
        .Select((feature, column) => (feature, column))
        .ToDictionary(pair => pair.feature, pair => pair.column);

    /// <summary>The rows of all networks, feature by feature; nothing where one doesn't see a feature.</summary>
    private static float[] SideBySide((float[] Rows, OutputLayer Layer)[] trained, bool[] unaided)
    {
        const int hidden = OutputLayer.Hidden;
        var width = trained.Length * hidden;
        var rows = new float[unaided.Length * width];
        for (var column = 0; column < unaided.Length; column++)
        {
            for (var one = 0; one < trained.Length; one++)
            {
                if (one % 2 == 0 || unaided[column])
                    trained[one].Rows.AsSpan(column * hidden, hidden).CopyTo(rows.AsSpan((column * width) + (one * hidden)));
            }
        }

        return rows;
    }
}
