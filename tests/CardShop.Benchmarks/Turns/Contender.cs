using CardShop.Benchmarks.Load;

namespace CardShop.Benchmarks.Turns;

/// <summary>One of two servers that are measured by turns, with what the rounds came to.</summary>
internal sealed class Contender : IDisposable
{
    private const int Connections = 16;

    private readonly ServerProcess _server;
    private readonly LoadGenerator _load;
    private readonly List<double> _rates = [];
    private readonly List<double[]> _latencies = [];
    private TimeSpan _cpu;
    private double _turns;

    public Contender(string name, ServerProcess server)
    {
        (Name, _server) = (name, server);
        _load = new LoadGenerator(server.Address, Connections, new TriageScript(Connections, "load").Next);
    }

    public string Name { get; }

    /// <summary>The middle of the rounds, in requests a second.</summary>
    public double Rate => Middle(_rates);

    /// <summary>Processor time of a request, over all rounds at full rate.</summary>
    public TimeSpan Cpu => _cpu / _turns;

    /// <summary>Requests a second, round by round.</summary>
    public IReadOnlyList<double> Rates => _rates;

    /// <summary>The middle of the rounds, in milliseconds.</summary>
    public double Latency(double share) => Middle(Latencies(share));

    /// <summary>In milliseconds, round by round.</summary>
    public List<double> Latencies(double share) => _latencies.ConvertAll(sorted => sorted[(int)((sorted.Length - 1) * share)]);

    public Task WarmUpAsync(int requests) => _load.SendAsync(requests);

    /// <summary>One round at full rate.</summary>
    public async Task RunAsync(TimeSpan duration)
    {
        var before = _server.Cpu;
        var rate = await _load.MaxRateAsync(duration);
        _cpu += _server.Cpu - before;
        _turns += rate * duration.TotalSeconds;
        _rates.Add(rate);
    }

    /// <summary>One round at half the full rate.</summary>
    public async Task RunAtHalfRateAsync(TimeSpan duration) => _latencies.Add(await _load.LatenciesAsync(Rate / 2, duration));

    public void Dispose() => _server.Dispose();

    public static double Middle(IEnumerable<double> values) => values.Order().ToList() is var sorted ? (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2 : 0;
}
