using CardShop.Benchmarks.Bare;
using CardShop.Benchmarks.Turns;
using CardShop.Benchmarks.Understanding;

// bare SYSTEM CONNECTION: the endpoint that turns are measured against, as a process of its own.
if (args is ["bare", var system, var connection])
{
    await BareEndpoint.RunAsync(RowStores.Open(system, connection));
    return 0;
}

var what = args.FirstOrDefault() ?? "all";
var connectionString = args.SkipWhile(argument => argument != "--postgresql").Skip(1).FirstOrDefault();
if (what is not ("all" or "turns" or "understanding" or "memory") && !what.StartsWith('-'))
{
    await Console.Error.WriteLineAsync($"'{what}' is not measured; use turns, understanding, memory, or nothing for all, and --postgresql CONNECTION to measure on PostgreSQL too.");
    return 2;
}

if (what is "understanding" or "all" || what.StartsWith('-'))
{
    UnderstandingBenchmark.Run(Console.Out);
}

if (what is "turns" or "all" || what.StartsWith('-'))
{
    await TurnBenchmark.RunAsync(Console.Out, connectionString);
}

if (what is "memory" or "all" || what.StartsWith('-'))
{
    await MemoryBenchmark.RunAsync(Console.Out);
}

return 0;
