using System.Globalization;
using CardShop.Benchmarks.Load;
using CardShop.Testing;

namespace CardShop.Benchmarks.Turns;

/// <summary>
/// A full durable turn through HTTP beside the bare endpoint, in the same run, on the same database at the same durability. Ratios travel between machines, absolute figures do not.
/// Both are measured in short rounds by turns, and the middle ratio counts: whatever else the machine does disturbs the one as much as the other.
/// </summary>
internal static class TurnBenchmark
{
    private const string Database = "cardshop_benchmark";

    public static async Task RunAsync(TextWriter output, string? postgreSql)
    {
        await output.WriteLineAsync("| database | endpoint | turns/s | ratio | p50 ms at half rate | p99 ms at half rate | p99 ratio | CPU µs/turn |");
        await output.WriteLineAsync("| --- | --- | --- | --- | --- | --- | --- | --- |");
        await CompareAsync(output, "sqlite", path => Path.Combine(path, "bare.db"), []);
        if (postgreSql is not null)
        {
            await CompareOnPostgreSqlAsync(output, postgreSql);
        }
        else if (PostgreSqlServer.IsInstalled)
        {
            await using var server = await PostgreSqlServer.StartAsync(isDurable: true);
            await server.CreateDatabaseAsync(Database);
            await CompareOnPostgreSqlAsync(output, server.ConnectionString(Database));
        }
        else
        {
            await output.WriteLineAsync("PostgreSQL is not installed here, and no --postgresql CONNECTION was given.");
        }
    }

    private static Task CompareOnPostgreSqlAsync(TextWriter output, string connection) =>
        CompareAsync(output, "postgresql", _ => connection, ["--Database:Provider=postgresql", $"--Database:ConnectionString={connection}"]);

    private static async Task CompareAsync(TextWriter output, string database, Func<string, string> connection, string[] settings)
    {
        var directory = Directory.CreateTempSubdirectory("cardshop-benchmark-");
        try
        {
            using var bare = new Contender("bare", await ServerProcess.StartAsync("CardShop.Benchmarks.dll", directory.FullName, "bare", database, connection(directory.FullName)));
            using var turn = new Contender("turn", await ServerProcess.StartBotAsync(directory.FullName, settings));
            await Contest.RunAsync(bare, turn);
            foreach (var contender in (Contender[])[bare, turn])
            {
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {database} | {contender.Name} | {contender.Rate:0} | {Contest.RateRatio(contender, bare):0.00} | {contender.Latency(0.5):0.00} | {contender.Latency(0.99):0.00} | {Contest.LatencyRatio(contender, bare):0.0} | {contender.Cpu.TotalMicroseconds:0} |"));
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
