using CardShop.Dialogs.Understanding.Learning;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace CardShop.Understanding.Trainer;

/// <summary>Trains the classifier with ML.NET: one thread, no chance, so that the same corpus always makes the same model.</summary>
internal static class MaximumEntropy
{
    private const int FewestUses = 2;

    /// <summary>Writes the model of these examples.</summary>
    public static void Train(IReadOnlyList<Example> examples, Stream model)
    {
        var columns = Columns(examples);
        var context = new MLContext(seed: 1);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, columns.Count);
        schema[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), Meaning.Count);
        var rows = context.Data.LoadFromEnumerable(examples.Select(example => RowOf(example, columns)), schema);
        var trained = context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            NumberOfThreads = 1,
            L1Regularization = 0,
            L2Regularization = 0.3f,
            OptimizationTolerance = 1e-5f,
            HistorySize = 10,
            MaximumNumberOfIterations = 80,
        }).Fit(rows);

        var weights = Array.Empty<VBuffer<float>>();
        trained.Model.GetWeights(ref weights, out _);
        var dense = Array.ConvertAll(weights, buffer => buffer.DenseValues().ToArray());
        IntentModel.Write(model, [.. trained.Model.GetBiases()], [.. columns.Select(pair => (pair.Key, Array.ConvertAll(dense, of => of[pair.Value])))]);
    }

    /// <summary>The features that at least two messages share; what only one has teaches nothing about others.</summary>
    private static Dictionary<uint, int> Columns(IReadOnlyList<Example> examples) => examples
        .SelectMany(example => example.Features)
        .GroupBy(feature => feature)
        .Where(uses => uses.Count() >= FewestUses)
        .Select(uses => uses.Key)
        .Order()
        .Select((feature, column) => (feature, column))
        .ToDictionary(pair => pair.feature, pair => pair.column);

    private static Row RowOf(Example example, Dictionary<uint, int> columns)
    {
        var known = example.Features.Where(columns.ContainsKey).Select(feature => columns[feature]).Order().ToArray();
        var values = new float[known.Length];
        Array.Fill(values, 1f);
        return new Row { Label = (uint)example.Meaning, Features = new VBuffer<float>(columns.Count, known.Length, values, known) };
    }

    private sealed class Row
    {
        public uint Label { get; set; }

        public VBuffer<float> Features { get; set; }
    }
}
