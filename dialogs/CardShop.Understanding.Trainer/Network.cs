using System.Numerics;
using System.Runtime.InteropServices;
using CardShop.Dialogs.Understanding.Learning;

namespace CardShop.Understanding.Trainer;

/// <summary>
/// Trains one small network: the rows of a message's features are added up, cut off below zero, and weighed by class. It learns message by message (AdaGrad), on one thread and by
/// numbers of our own, so that the same corpus always makes the same model. Features and hidden numbers are left out by chance while it learns, and a share of the odds is
/// left to the other classes: without, it believes single words of single writers, and is too sure of itself.
/// </summary>
internal sealed class Network
{
    private const int Rounds = 10;
    private const float Rate = 0.05f;
    private const float LastRate = 0.1f;
    private const float BiasRate = 0.01f;
    private const float FeaturesLeftOut = 0.3f;
    private const float HiddenLeftOut = 0.3f;
    private const float LeftToOthers = 0.05f;
    private const float FirstWidth = 0.1f;
    private const float FirstSquare = 1e-6f;
    private const int Hidden = OutputLayer.Hidden;

    private readonly Lehmer _random;
    private readonly float[] _rows;
    private readonly float[] _rowSquares;
    private readonly float[] _weightSquares = Squares(Hidden * Meaning.Count);
    private readonly float[] _biasSquares = Squares(Hidden);
    private readonly OutputLayer _layer = new();

    private readonly float[] _sum = new float[Hidden];
    private readonly float[] _kept = new float[Hidden];
    private readonly float[] _blame = new float[Hidden];
    private readonly float[] _squares = new float[Hidden];
    private readonly float[] _odds = new float[Meaning.Count];

    private Network(int columns, int seed)
    {
        _random = new Lehmer(seed);
        _rows = new float[columns * Hidden];
        _rowSquares = Squares(_rows.Length);
        foreach (ref var weight in _rows.AsSpan())
            weight = _random.Normal() * FirstWidth;
        foreach (ref var weight in _layer.Weights.AsSpan())
            weight = _random.Normal() * MathF.Sqrt(2f / Hidden);
    }

    /// <summary>What a network has for each feature, and its upper part.</summary>
    /// <param name="examples">The columns of each message's features, and its class.</param>
    /// <param name="columns">How many features there are.</param>
    /// <param name="sees">Whether it sees a feature.</param>
    /// <param name="seed">Of its own.</param>
    public static (float[] Rows, OutputLayer Layer) Train(IReadOnlyList<(int[] Columns, int Meaning)> examples, int columns, bool[] sees, int seed)
    {
        var network = new Network(columns, seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var seen = new List<int>();
        for (var round = 0; round < Rounds; round++)
        {
            network._random.Shuffle(order);
            var rate = Rate * (1 - ((1 - LastRate) * round / Rounds));
            foreach (var one in order)
                network.Learn(examples[one].Columns, examples[one].Meaning, sees, seen, rate);
        }

        return (network._rows, network._layer);
    }

    private void Learn(int[] columns, int meaning, bool[] sees, List<int> seen, float rate)
    {
        seen.Clear();
        var known = 0;
        foreach (var column in columns)
        {
            if (_random.Share() < FeaturesLeftOut)
                continue;
            known++;
            if (sees[column])
                seen.Add(column);
        }

        var scale = OutputLayer.Scale(known);
        Guess(seen, scale);
        for (var one = 0; one < _odds.Length; one++)
            _odds[one] -= (one == meaning ? 1 - LeftToOthers : 0) + (LeftToOthers / _odds.Length);
        CorrectLayer(rate);
        for (var at = 0; at < Hidden; at++)
        {
            _blame[at] *= scale;
            _squares[at] = _blame[at] * _blame[at];
        }

        foreach (var column in seen)
            Correct(_rows.AsSpan(column * Hidden, Hidden), _rowSquares.AsSpan(column * Hidden, Hidden), _blame, _squares, rate);
    }

    private void Guess(List<int> seen, float scale)
    {
        Array.Clear(_sum);
        foreach (var column in seen)
            Rows.Add(_sum, _rows.AsSpan(column * Hidden, Hidden));
        _layer.Biases.CopyTo(_odds, 0);
        for (var at = 0; at < Hidden; at++)
        {
            var number = (_sum[at] * scale) + _layer.HiddenBiases[at];
            _kept[at] = number <= 0 || _random.Share() < HiddenLeftOut ? 0 : 1 / (1 - HiddenLeftOut);
            _sum[at] = number * _kept[at];
            if (_kept[at] > 0)
                Rows.AddTimes(_odds, _layer.Weights.AsSpan(at * _odds.Length, _odds.Length), _sum[at]);
        }

        OutputLayer.Normalise(_odds);
    }

    /// <summary>Sets the upper part right, and says by how much each hidden number was to blame.</summary>
    private void CorrectLayer(float rate)
    {
        var classes = _odds.Length;
        for (var at = 0; at < Hidden; at++)
        {
            _blame[at] = 0;
            if (_kept[at] <= 0)
                continue;
            for (var one = 0; one < classes; one++)
            {
                ref var weight = ref _layer.Weights[(at * classes) + one];
                _blame[at] += weight * _odds[one];
                Step(ref weight, ref _weightSquares[(at * classes) + one], _sum[at] * _odds[one], rate);
            }

            _blame[at] *= _kept[at];
            Step(ref _layer.HiddenBiases[at], ref _biasSquares[at], _blame[at], rate);
        }

        for (var one = 0; one < classes; one++)
            _layer.Biases[one] -= BiasRate * _odds[one];
    }

    private static void Step(ref float weight, ref float square, float slope, float rate)
    {
        square += slope * slope;
        weight -= rate * slope / MathF.Sqrt(square);
    }

    private static void Correct(Span<float> row, Span<float> rowSquares, ReadOnlySpan<float> slope, ReadOnlySpan<float> squares, float rate)
    {
        var weights = MemoryMarshal.Cast<float, Vector<float>>(row);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(rowSquares);
        var slopes = MemoryMarshal.Cast<float, Vector<float>>(slope);
        var added = MemoryMarshal.Cast<float, Vector<float>>(squares);
        for (var at = 0; at < weights.Length; at++)
        {
            sums[at] += added[at];
            weights[at] -= slopes[at] * rate / Vector.SquareRoot(sums[at]);
        }
    }

    private static float[] Squares(int count)
    {
        var squares = new float[count];
        Array.Fill(squares, FirstSquare);
        return squares;
    }
}
