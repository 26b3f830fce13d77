using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Understanding.Evaluation;
using CardShop.Dialogs.Understanding.Learning;
using CardShop.Testing;
using CardShop.Understanding.Model;

namespace CardShop.Benchmarks.Understanding;

/// <summary>All of <c>understand</c> for one message: time and allocation, over the messages that the model learns from, on one thread.</summary>
internal static class UnderstandingBenchmark
{
    private const int Rounds = 5;

    public static void Run(TextWriter output)
    {
        var understanding = new LearnedUnderstanding(TrainedModel.Bytes);
        var lines = Corpus();
        var times = new double[lines.Count * Rounds];
        foreach (var line in lines)
        {
            understanding.Understand(line.Text, line.Asked, line.Now);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var index = 0; index < times.Length; index++)
        {
            var line = lines[index % lines.Count];
            var begun = Stopwatch.GetTimestamp();
            understanding.Understand(line.Text, line.Asked, line.Now);
            times[index] = Stopwatch.GetElapsedTime(begun).TotalMicroseconds;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Array.Sort(times);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"understanding of {lines.Count} messages: median {times[times.Length / 2]:0} µs, p99 {times[(int)(times.Length * 0.99)]:0} µs, longest {times[^1]:0} µs; {allocated / (double)times.Length / 1024:0.0} KB allocated a message"));
    }

    private static List<LabelledLine> Corpus() =>
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "dialogs", "CardShop.Understanding.Trainer", "Corpus"), "*.jsonl").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines).Select(line => JsonSerializer.Deserialize<LabelledLine>(line, DialogsJson.House)!),
    ];
}
