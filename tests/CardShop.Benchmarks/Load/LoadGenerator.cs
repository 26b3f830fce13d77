using System.Diagnostics;

namespace CardShop.Benchmarks.Load;

/// <summary>Sends requests over a number of connections: as many as go, or at a given rate.</summary>
/// <param name="address">The server.</param>
/// <param name="connections">How many connections.</param>
/// <param name="next">The next request of a connection.</param>
internal sealed class LoadGenerator(Uri address, int connections, Func<int, byte[]> next)
{
    private const string Path = "/api/messages";

    /// <summary>So many requests, as fast as they go.</summary>
    public Task SendAsync(int requests)
    {
        var left = requests;
        return Task.WhenAll(Enumerable.Range(0, connections).Select(connection => Task.Run(async () =>
        {
            using var line = new HttpLine(address, Path);
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await line.PostAsync(next(connection));
            }
        })));
    }

    /// <summary>As many as go: each connection sends its next request as soon as it is answered.</summary>
    /// <returns>Requests a second.</returns>
    public async Task<double> MaxRateAsync(TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(connection => Task.Run(() => SendAsync(connection, clock, duration))));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    /// <summary>At a rate: each request has its moment, and waiting for a connection counts (no coordinated omission).</summary>
    /// <returns>Times in milliseconds, ascending.</returns>
    public async Task<double[]> LatenciesAsync(double rate, TimeSpan duration)
    {
        var total = (int)(rate * duration.TotalSeconds);
        var taken = new double[total];
        var turn = -1;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(connection => Task.Run(async () =>
        {
            using var line = new HttpLine(address, Path);
            for (var mine = Interlocked.Increment(ref turn); mine < total; mine = Interlocked.Increment(ref turn))
            {
                var due = TimeSpan.FromSeconds(mine / rate);
                await UntilAsync(clock, due);
                await line.PostAsync(next(connection));
                taken[mine] = (clock.Elapsed - due).TotalMilliseconds;
            }
        })));
        Array.Sort(taken);
        return taken;
    }

    /// <summary>Timers are a millisecond coarse: what is nearer is waited for by yielding.</summary>
    private static async Task UntilAsync(Stopwatch clock, TimeSpan due)
    {
        while (due - clock.Elapsed is var left && left > TimeSpan.Zero)
        {
            if (left > TimeSpan.FromMilliseconds(2))
            {
                await Task.Delay(left - TimeSpan.FromMilliseconds(1));
            }
            else
            {
                await Task.Yield();
            }
        }
    }

    private async Task<int> SendAsync(int connection, Stopwatch clock, TimeSpan duration)
    {
        using var line = new HttpLine(address, Path);
        var count = 0;
        for (; clock.Elapsed < duration; count++)
        {
            await line.PostAsync(next(connection));
        }

        return count;
    }
}
