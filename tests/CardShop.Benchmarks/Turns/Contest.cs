namespace CardShop.Benchmarks.Turns;

/// <summary>Two servers, measured by turns.</summary>
internal static class Contest
{
    private const int Rounds = 7;

    /// <summary>The runtime compiles what is called often once more, and better.</summary>
    private const int WarmUp = 30_000;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(params Contender[] contenders)
    {
        await RoundsAsync(1, contenders, contender => contender.WarmUpAsync(WarmUp));
        await RoundsAsync(Rounds, contenders, contender => contender.RunAsync(Round));
        await RoundsAsync(Rounds, contenders, contender => contender.RunAtHalfRateAsync(Round));
    }

    /// <summary>The middle of the rounds' own ratios.</summary>
    public static double RateRatio(Contender contender, Contender to) => Contender.Middle(contender.Rates.Zip(to.Rates, (own, other) => own / other));

    /// <summary>The same for the slowest hundredth at half the full rate.</summary>
    public static double LatencyRatio(Contender contender, Contender to) => Contender.Middle(contender.Latencies(0.99).Zip(to.Latencies(0.99), (own, other) => own / other));

    private static async Task RoundsAsync(int rounds, Contender[] contenders, Func<Contender, Task> round)
    {
        for (var index = 0; index < rounds; index++)
        {
            foreach (var contender in contenders)
            {
                await round(contender);
            }
        }
    }
}
