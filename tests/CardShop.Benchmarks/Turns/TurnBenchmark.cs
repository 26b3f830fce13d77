using System.Globalization;
using CardShop.Benchmarks.Load;

namespace CardShop.Benchmarks.Turns;

/// <summary>
/// A full durable turn through HTTP beside the bare endpoint, in the same run, on the same database at the same durability. Ratios travel between machines,
/// absolute figures do not.
/// </summary>
internal static class TurnBenchmark
{
    private const int Connections = 16;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(TextWriter output, string? postgreSql)
    {
        await output.WriteLineAsync("| database | endpoint | turns/s | ratio | p50 ms at half rate | p99 ms at half rate | p99 ratio | CPU µs/turn |");
        await output.WriteLineAsync("| --- | --- | --- | --- | --- | --- | --- | --- |");
        await CompareAsync(output, "sqlite", path => Path.Combine(path, "bare.db"), []);
        if (postgreSql is not null)
        {
            await CompareAsync(output, "postgresql", _ => postgreSql, ["--Database:Provider=postgresql", $"--Database:ConnectionString={postgreSql}"]);
        }
    }

    private static async Task CompareAsync(TextWriter output, string database, Func<string, string> connection, string[] settings)
    {
        var directory = Directory.CreateTempSubdirectory("cardshop-benchmark-");
        try
        {
            var bare = await MeasureAsync(() => ServerProcess.StartAsync("CardShop.Benchmarks.dll", directory.FullName, "bare", database, connection(directory.FullName)));
            await WriteAsync(output, database, "bare", bare, bare);
            var turn = await MeasureAsync(() => ServerProcess.StartAsync("CardShop.Bot.dll", directory.FullName, ["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning", .. settings]));
            await WriteAsync(output, database, "turn", turn, bare);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<Figures> MeasureAsync(Func<Task<ServerProcess>> startAsync)
    {
        using var server = await startAsync();
        var load = new LoadGenerator(server.Address, Connections, new TriageScript(Connections, "load").Next);
        await load.MaxRateAsync(WarmUp);
        var before = server.Cpu;
        var rate = await load.MaxRateAsync(Measured);
        var cpu = (server.Cpu - before) / (rate * Measured.TotalSeconds);
        var latencies = await load.LatenciesAsync(rate / 2, Measured);
        return new Figures(rate, Percentile(latencies, 0.5), Percentile(latencies, 0.99), cpu);
    }

    private static double Percentile(double[] sorted, double share) => sorted[(int)((sorted.Length - 1) * share)];

    private static Task WriteAsync(TextWriter output, string database, string endpoint, Figures figures, Figures bare) => output.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"| {database} | {endpoint} | {figures.Rate:0} | {figures.Rate / bare.Rate:0.00} | {figures.Median:0.00} | {figures.Slowest:0.00} | {figures.Slowest / bare.Slowest:0.0} | {figures.Cpu.TotalMicroseconds:0} |"));

    private sealed record Figures(double Rate, double Median, double Slowest, TimeSpan Cpu);
}
