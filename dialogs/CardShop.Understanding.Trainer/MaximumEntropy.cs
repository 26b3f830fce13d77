using CardShop.Dialogs.Understanding.Learning;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace CardShop.Understanding.Trainer;

/// <summary>
/// Trains the classifier with ML.NET: one thread, no chance, so that the same corpus always makes the same model. It is the mean of two: the lexicon was made for some of
/// the writers and flatters itself there, so that a model which sees its verdict trusts it too much with others; one that doesn't see it sets that right.
/// </summary>
internal static class MaximumEntropy
{
    private const int FewestUses = 2;
    private const float Half = 0.5f;

    /// <summary>Writes the model of these examples.</summary>
    public static void Train(IReadOnlyList<Example> examples, Stream model)
    {
        var biases = new float[Meaning.Count];
        var rows = new SortedDictionary<uint, float[]>();
        foreach (var features in new Func<Example, uint[]>[] { example => example.Features, example => example.Unaided })
            Add(examples, features, biases, rows);
        IntentModel.Write(model, biases, [.. rows.Select(row => (row.Key, row.Value))]);
    }

    private static void Add(IReadOnlyList<Example> examples, Func<Example, uint[]> features, float[] biases, SortedDictionary<uint, float[]> rows)
    {
        var columns = Columns(examples, features);
        var context = new MLContext(seed: 1);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, columns.Count);
        schema[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), Meaning.Count);
        var trained = context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            NumberOfThreads = 1,
            L1Regularization = 0,
            L2Regularization = 0.3f,
            OptimizationTolerance = 1e-5f,
            HistorySize = 10,
            MaximumNumberOfIterations = 80,
        }).Fit(context.Data.LoadFromEnumerable(examples.Select(example => RowOf(example.Meaning, features(example), columns)), schema));

        var weights = Array.Empty<VBuffer<float>>();
        trained.Model.GetWeights(ref weights, out _);
        var dense = Array.ConvertAll(weights, buffer => buffer.DenseValues().ToArray());
        foreach (var (feature, column) in columns)
        {
            if (!rows.TryGetValue(feature, out var row))
                rows[feature] = row = new float[Meaning.Count];
            for (var meaning = 0; meaning < row.Length; meaning++)
                row[meaning] += Half * dense[meaning][column];
        }

        var bias = trained.Model.GetBiases().ToArray();
        for (var meaning = 0; meaning < biases.Length; meaning++)
            biases[meaning] += Half * bias[meaning];
    }

    /// <summary>The features that at least two messages share; what only one has teaches nothing about others.</summary>
    private static Dictionary<uint, int> Columns(IReadOnlyList<Example> examples, Func<Example, uint[]> features) => examples
        .SelectMany(features)
        .GroupBy(feature => feature)
        .Where(uses => uses.Count() >= FewestUses)
        .Select(uses => uses.Key)
        .Order()
        .Select((feature, column) => (feature, column))
        .ToDictionary(pair => pair.feature, pair => pair.column);

    private static Row RowOf(int meaning, uint[] features, Dictionary<uint, int> columns)
    {
        var known = features.Where(columns.ContainsKey).Select(feature => columns[feature]).Order().ToArray();
        var values = new float[known.Length];
        Array.Fill(values, 1f);
        return new Row { Label = (uint)meaning, Features = new VBuffer<float>(columns.Count, known.Length, values, known) };
    }

    private sealed class Row
    {
        public uint Label { get; set; }

        public VBuffer<float> Features { get; set; }
    }
}
