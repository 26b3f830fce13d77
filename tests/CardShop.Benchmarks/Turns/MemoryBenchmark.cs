using System.Globalization;
using CardShop.Benchmarks.Load;

namespace CardShop.Benchmarks.Turns;

/// <summary>Resident memory under load with ten thousand stored conversations, and allocation per turn.</summary>
internal static class MemoryBenchmark
{
    private const int Conversations = 10_000;
    private const int Connections = 16;

    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(TextWriter output)
    {
        var directory = Directory.CreateTempSubdirectory("cardshop-benchmark-");
        try
        {
            using var server = await ServerProcess.StartBotAsync(directory.FullName);
            await FillAsync(server.Address);
            using var http = new HttpClient { BaseAddress = server.Address };
            var load = new LoadGenerator(server.Address, Connections, new TriageScript(Connections, "load").Next);
            var before = await AllocatedAsync(http);
            var rate = await load.MaxRateAsync(Measured);
            var perTurn = (await AllocatedAsync(http) - before) / (rate * Measured.TotalSeconds);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{Conversations} stored conversations, under load: {server.Resident / 1024.0 / 1024:0} MB resident, {perTurn / 1024:0} KB allocated a turn"));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task FillAsync(Uri address)
    {
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            using var line = new HttpLine(address, "/api/messages");
            for (var mine = Interlocked.Increment(ref next); mine <= Conversations; mine = Interlocked.Increment(ref next))
            {
                await line.PostAsync(TriageScript.Message(string.Create(CultureInfo.InvariantCulture, $"stored-{mine}"), "m1", "账号充错了"));
            }
        })));
    }

    /// <summary>As the runtime's own metric has it.</summary>
    private static async Task<double> AllocatedAsync(HttpClient http)
    {
        var metrics = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        var line = metrics.Split('\n').First(line => line.StartsWith("dotnet_gc_heap_total_allocated_bytes_total", StringComparison.Ordinal));
        return double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
