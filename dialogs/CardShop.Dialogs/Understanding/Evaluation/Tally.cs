namespace CardShop.Dialogs.Understanding.Evaluation;

/// <summary>How many of how many.</summary>
internal sealed class Tally
{
    public int Right { get; private set; }

    public int All { get; private set; }

    /// <summary>From 0 to 1; 1 of nothing.</summary>
    public double Share => All == 0 ? 1 : Right / (double)All;

    public void Count(bool right)
    {
        All++;
        Right += right ? 1 : 0;
    }
}
