using System.Collections.Frozen;

namespace CardShop.Dialogs.Understanding.Text;

/// <summary>Words that are looked for at a place in a text, the longest first.</summary>
internal sealed class WordSet(IEnumerable<string> words)
{
    private readonly FrozenDictionary<char, string[]> _byFirst = words
        .Where(word => word.Length > 0)
        .Distinct()
        .GroupBy(word => word[0])
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(word => word.Length).ToArray());

    /// <summary>The longest of the words that stands here, or null. Latin words match whole.</summary>
    public string? Longest(FoldedText text, int position)
    {
        if (!_byFirst.TryGetValue(text.At(position), out var candidates))
            return null;
        foreach (var word in candidates)
        {
            if (text.StartsWith(word, position) && !text.SplitsWord(position) && !text.SplitsWord(position + word.Length))
                return word;
        }

        return null;
    }
}
