namespace CardShop.Dialogs.Legal;

/// <summary>Whether a suit is worth it, and until when it can be brought (rule L3).</summary>
public static class Suit
{
    /// <summary>Below this, in fen, time and fee usually exceed the gain: our own reading, not a statute's.</summary>
    public const long WorthFrom = 200_00;

    /// <summary>From this on, in fen, a lawyer is recommended before deciding: our own reading.</summary>
    public const long LargeFrom = 100_000_00;

    /// <summary>Whether the amount, in fen, usually justifies a suit.</summary>
    public static SuitWorth Worth(long amountInFen) =>
        CourtFee.On(amountInFen).Full >= amountInFen ? SuitWorth.FeeExceeds : amountInFen < WorthFrom ? SuitWorth.Rarely : SuitWorth.Possible;

    /// <summary>
    /// The last day of the three years (民法典 188), from knowing both the loss and the other side; null while the other side is not known. A demand restarts them (195).
    /// </summary>
    public static DateOnly? LimitationEnds(DateOnly? knewBoth) => knewBoth?.AddYears(3);
}

/// <summary>Whether a suit is worth it.</summary>
public enum SuitWorth
{
    /// <summary>No: the full fee alone is as much as the claim, or more.</summary>
    FeeExceeds,

    /// <summary>Usually not: fee and time together exceed the gain.</summary>
    Rarely,

    /// <summary>It can be.</summary>
    Possible,
}
