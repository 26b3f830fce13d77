using CardShop.Benchmarks.Bare;
using CardShop.Benchmarks.Desk;
using CardShop.Benchmarks.Turns;
using CardShop.Benchmarks.Understanding;

// bare SYSTEM CONNECTION: the endpoint that turns are measured against, as a process of its own.
if (args is ["bare", var system, var connection])
{
    await BareEndpoint.RunAsync(RowStores.Open(system, connection));
    return 0;
}

var (what, postgreSql) = args switch
{
    [] => ("all", null),
    ["--postgresql", var given] => ("all", given),
    ["turns", "--postgresql", var given] => ("turns", given),
    ["turns" or "understanding" or "memory" or "desk"] => (args[0], (string?)null),
    _ => (null, null),
};
if (what is null)
{
    await Console.Error.WriteLineAsync("There is no such measurement; use turns, understanding, memory, desk, or nothing for all, and --postgresql CONNECTION to measure turns on a PostgreSQL server of your own.");
    return 2;
}

if (what is "all" or "understanding")
{
    UnderstandingBenchmark.Run(Console.Out);
}

if (what is "all" or "turns")
{
    await TurnBenchmark.RunAsync(Console.Out, postgreSql);
}

if (what is "all" or "memory")
{
    await MemoryBenchmark.RunAsync(Console.Out);
}

if (what is "all" or "desk")
{
    await QueueBenchmark.RunAsync(Console.Out);
}

return 0;
