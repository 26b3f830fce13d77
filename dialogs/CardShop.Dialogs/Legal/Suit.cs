namespace CardShop.Dialogs.Legal;

/// <summary>Whether a suit is worth it, and until when it can be brought (rule L3).</summary>
public static class Suit
{
    /// <summary>Below this, in fen, time and fee usually exceed the gain: our own reading, not a statute's.</summary>
    public const long WorthFrom = 200_00;

    /// <summary>Whether the amount, in fen, usually justifies a suit; otherwise negotiation or free mediation fits better.</summary>
    public static bool IsWorthIt(long amountInFen) => amountInFen >= WorthFrom;

    /// <summary>The last day of the three years (民法典 188), from knowing both the loss and the other side; null while the other side is not known. A demand restarts them (195).</summary>
    public static DateOnly? LimitationEnds(DateOnly? knewBoth) => knewBoth?.AddYears(3);
}
