namespace CardShop.Dialogs.Legal;

/// <summary>The court's acceptance fee (案件受理费) on a claim of money, 诉讼费用交纳办法 13 to 16. All in fen, rounded to the nearest.</summary>
/// <param name="Full">The ordinary fee (13).</param>
/// <param name="Halved">On mediation, withdrawal or simplified procedure (15, 16).</param>
/// <param name="PaymentOrder">For a payment order (支付令): a third (14).</param>
public readonly record struct CourtFee(long Full, long Halved, long PaymentOrder)
{
    /// <summary>The largest claim that a fee is worked out for, in fen.</summary>
    public const long LargestClaim = 10_000_000_000 * Yuan;

    private const long Yuan = 100;

    // Up to which amount, in fen, and how many thousandths of it; the first 10,000 yuan cost 50 together.
    private static readonly (long UpTo, int Thousandths)[] Steps =
    [
        (10_000 * Yuan, 0), (100_000 * Yuan, 25), (200_000 * Yuan, 20), (500_000 * Yuan, 15), (1_000_000 * Yuan, 10),
        (2_000_000 * Yuan, 9), (5_000_000 * Yuan, 8), (10_000_000 * Yuan, 7), (20_000_000 * Yuan, 6), (long.MaxValue, 5),
    ];

    /// <summary>The fee on a claim.</summary>
    /// <param name="claimInFen">From 1 fen to 10,000,000,000 yuan.</param>
    public static CourtFee On(long claimInFen)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(claimInFen, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(claimInFen, LargestClaim);
        var thousandths = 50 * Yuan * 1000;
        var from = 0L;
        foreach (var (upTo, rate) in Steps)
        {
            thousandths += Math.Max(0, Math.Min(claimInFen, upTo) - from) * rate;
            from = upTo;
        }

        return new CourtFee(Rounded(thousandths, 1000), Rounded(thousandths, 2000), Rounded(thousandths, 3000));
    }

    private static long Rounded(long value, long divisor) => (value + (divisor / 2)) / divisor;
}
