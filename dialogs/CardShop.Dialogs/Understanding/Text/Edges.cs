namespace CardShop.Dialogs.Understanding.Text;

/// <summary>Where a message really starts and ends, once greetings, particles and punctuation are set aside.</summary>
/// <param name="Start">The first place that says something.</param>
/// <param name="End">The place behind the last one.</param>
internal readonly record struct Edges(int Start, int End)
{
    /// <summary>Finds the edges of a message.</summary>
    public static Edges Of(FoldedText text, PoliteWords polite)
    {
        var start = 0;
        while (start < text.Plain.Length && LeadingLength(text, start, polite) is > 0 and var length)
            start += length;
        var end = text.Plain.Length;
        while (end > start && TrailingLength(text, end, polite) is > 0 and var length)
            end -= length;
        return new Edges(start, Math.Max(start, end));
    }

    private static int LeadingLength(FoldedText text, int at, PoliteWords polite) =>
        !char.IsLetterOrDigit(text.At(at)) ? 1 : polite.Leading.Longest(text, at)?.Length ?? 0;

    private static int TrailingLength(FoldedText text, int end, PoliteWords polite)
    {
        if (!char.IsLetterOrDigit(text.At(end - 1)))
            return 1;
        return polite.Trailing.FirstOrDefault(word => text.EndsWith(word, end) && !text.SplitsWord(end - word.Length))?.Length ?? 0;
    }
}

/// <summary>Words that say nothing at the start or the end of a message, from <c>polite.json</c>.</summary>
/// <param name="Leading">你好, 请问, 我想, …</param>
/// <param name="Trailing">了, 吧, 谢谢, …; longer ones first.</param>
internal sealed record PoliteWords(WordSet Leading, IReadOnlyList<string> Trailing);
