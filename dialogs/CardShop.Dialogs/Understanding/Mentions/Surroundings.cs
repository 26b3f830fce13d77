using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>A message and the words that tell what the numbers in it are.</summary>
internal sealed class Surroundings(FoldedText text, Edges edges, Asks? asked, MentionWords words)
{
    private const int LongestChain = 4;
    private const int ContactReach = 12;

    public FoldedText Text { get; } = text;

    public Asks? Asked { get; } = asked;

    public MentionWords Words { get; } = words;

    /// <summary>Whether one of these words stands before this place, with nothing but links (是, a colon, 写成) between.</summary>
    public bool Follows(IReadOnlyList<string> led, int at)
    {
        for (var link = 0; link <= LongestChain; link++)
        {
            if (EndingAt(led, at) is not null)
                return true;
            if (EndingAt(Words.Links, at) is not { } between)
                return false;
            at -= between.Length;
        }

        return false;
    }

    /// <summary>Which of these words, the first listed first, ends here.</summary>
    public string? EndingAt(IReadOnlyList<string> candidates, int at)
    {
        foreach (var word in candidates)
        {
            if (Text.EndsWith(word, at) && !Text.SplitsWord(at - word.Length))
                return word;
        }

        return null;
    }

    /// <summary>Whether these characters are given so that somebody can get in touch: nothing of the order.</summary>
    public bool IsContact(int start, int end)
    {
        var from = Math.Max(0, start - ContactReach);
        var to = Math.Min(Text.Plain.Length, end + ContactReach);
        return Words.Contact.Any(word => Text.Plain.AsSpan(from, to - from).Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Whether the message is nothing but this.</summary>
    public bool IsWhole(int start, int end) => start <= edges.Start && end >= edges.End;

    /// <summary>The place behind one space, if there is one.</summary>
    public int SkipSpace(int at) => Text.At(at) == ' ' ? at + 1 : at;
}
