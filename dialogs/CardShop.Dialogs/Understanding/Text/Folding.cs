using System.Collections.Frozen;
using System.Text;

namespace CardShop.Dialogs.Understanding.Text;

/// <summary>Brings what was typed into one form. The pairs of characters that mean the same here are data (<c>folding.json</c>).</summary>
internal sealed class Folding(IEnumerable<string> pairs)
{
    /// <summary>How much of a message is read; nobody needs more to say what went wrong.</summary>
    public const int LongestRead = 4_000;

    private const int FullWidthOffset = '！' - '!';

    private readonly FrozenDictionary<char, char> _same = pairs.ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>Folds a message of any length and any characters.</summary>
    public FoldedText Fold(string text)
    {
        var read = Math.Min(text.Length, LongestRead);
        var kept = new StringBuilder(read);
        var plain = new StringBuilder(read);
        foreach (var typed in text.AsSpan(0, read))
        {
            var one = HalfWidth(typed);
            if (one == '\0' || (one == ' ' && (kept.Length == 0 || kept[^1] is ' ' or '\n')))
                continue;
            kept.Append(one);
            plain.Append(Plain(one));
        }

        return new FoldedText(kept.ToString(), plain.ToString(), IsCut: text.Length > read);
    }

    private static char HalfWidth(char typed) => typed switch
    {
        >= '！' and <= '～' => (char)(typed - FullWidthOffset),
        '￥' => '¥',
        '。' => '.',
        '‘' or '’' or '`' => '\'',
        '\n' => '\n',
        // Zero-width joiners, marks of direction, variation selectors: nothing was said with them.
        (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or '\u2060' or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F') or '\u00AD' => '\0',
        _ => char.IsWhiteSpace(typed) || char.IsControl(typed) || char.IsSurrogate(typed) ? ' ' : typed,
    };

    private char Plain(char kept)
    {
        var small = char.ToLowerInvariant(kept);
        return _same.GetValueOrDefault(small, small);
    }
}
