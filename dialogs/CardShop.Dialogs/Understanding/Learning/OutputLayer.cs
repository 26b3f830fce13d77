using System.Runtime.InteropServices;

namespace CardShop.Dialogs.Understanding.Learning;

/// <summary>The upper part of one network: from the sum of its features' rows to the odds of each class.</summary>
internal sealed class OutputLayer
{
    /// <summary>How many numbers a network has for each feature: whole vectors, whatever their width.</summary>
    public const int Hidden = 32;

    /// <summary>What is added to the sum.</summary>
    public float[] HiddenBiases { get; } = new float[Hidden];

    /// <summary>A row of one weight for each class, for each of the hidden numbers.</summary>
    public float[] Weights { get; } = new float[Hidden * Meaning.Count];

    /// <summary>What each class has from the start.</summary>
    public float[] Biases { get; } = new float[Meaning.Count];

    /// <summary>Long messages have more features than short ones; by this the sum is made comparable.</summary>
    /// <param name="known">How many features were added up.</param>
    public static float Scale(int known) => 1 / MathF.Sqrt(Math.Max(1, known));

    /// <summary>The odds of each class, together 1.</summary>
    /// <param name="sum">Of the rows; left as the hidden numbers.</param>
    /// <param name="scale">See <see cref="Scale"/>.</param>
    /// <param name="odds">As many as there are classes.</param>
    public void Score(Span<float> sum, float scale, Span<float> odds)
    {
        Biases.CopyTo(odds);
        for (var at = 0; at < Hidden; at++)
        {
            sum[at] = Math.Max(0, (sum[at] * scale) + HiddenBiases[at]);
            if (sum[at] > 0)
                Rows.AddTimes(odds, Weights.AsSpan(at * odds.Length, odds.Length), sum[at]);
        }

        Normalise(odds);
    }

    /// <summary>Makes odds of scores, together 1.</summary>
    public static void Normalise(Span<float> odds)
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

    /// <summary>Reads a layer.</summary>
    /// <exception cref="InvalidDataException">It is cut off.</exception>
    public static OutputLayer Read(ModelReader reader)
    {
        var layer = new OutputLayer();
        foreach (var part in new[] { layer.HiddenBiases, layer.Weights, layer.Biases })
            reader.Read<float>(part.Length).Span.CopyTo(part);
        return layer;
    }

    /// <summary>Writes the layer.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(MemoryMarshal.AsBytes(HiddenBiases.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(Weights.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(Biases.AsSpan()));
    }
}
