using System.Text;
using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Times;

/// <summary>A message in the one form in which times are looked for: half width, small letters, the simplified characters that times are written with.</summary>
/// <param name="Plain">What is read.</param>
internal sealed record TimeText(string Plain)
{
    private const string Traditional = "鐘鍾點週時間後剛纔兩幾個號禮尋晝頭過來還從沒買賣單訂儲轉說講審這裡裏現發開於業錢費話電車給問報遞據證達臨聖節慶陽國歲約離將總張筆見連繳購揀歷擊";
    private const string Simplified = "钟钟点周时间后刚才两几个号礼寻昼头过来还从没买卖单订储转说讲审这里里现发开于业钱费话电车给问报递据证达临圣节庆阳国岁约离将总张笔见连缴购拣历击";

    /// <summary>Where the text ends.</summary>
    public int Length => Plain.Length;

    /// <summary>Brings a message into that form; what lies beyond <see cref="Folding.LongestRead"/> is not read.</summary>
    public static TimeText Of(string typed)
    {
        var read = Math.Min(typed.Length, Folding.LongestRead);
        var plain = new StringBuilder(read);
        for (var at = 0; at < read; at++)
        {
            var one = Fold(typed[at]);
            if (one != '\0' && (one != ' ' || plain.Length == 0 || plain[^1] != ' '))
                plain.Append(one);
        }

        return new TimeText(plain.ToString());
    }

    /// <summary>The character here, or a line break beyond either end.</summary>
    public char At(int position) => (uint)position < (uint)Plain.Length ? Plain[position] : '\n';

    /// <summary>Whether the text goes on with these characters here.</summary>
    public bool Is(int position, string words) =>
        position >= 0 && position <= Plain.Length && Plain.AsSpan(position).StartsWith(words, StringComparison.Ordinal);

    /// <summary>Whether these words stand here; Latin ones stand whole.</summary>
    public bool HasWord(int position, string word) =>
        Is(position, word) && (!char.IsAsciiLetter(word[0]) || !char.IsAsciiLetter(At(position - 1)))
        && (!char.IsAsciiLetter(word[^1]) || !char.IsAsciiLetter(At(position + word.Length)));

    /// <summary>The length of the first of these words that stands here, or 0. Longer words come first in the list.</summary>
    public int LengthOfAny(int position, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (HasWord(position, word))
                return word.Length;
        }

        return 0;
    }

    /// <summary>Whether one of these words stands right before this place.</summary>
    public bool FollowsAny(int position, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (HasWord(position - word.Length, word))
                return true;
        }

        return false;
    }

    /// <summary>The first place from here on that is no space.</summary>
    public int SkipSpaces(int position)
    {
        while (At(position) == ' ')
            position++;
        return position;
    }

    /// <summary>Whether a clause ends with this character.</summary>
    public bool EndsClause(int position) =>
        At(position) is ',' or ';' or '!' or '?' or '\n' or '、' || (At(position) == '.' && !char.IsAsciiDigit(At(position + 1)));

    private static char Fold(char typed)
    {
        var one = typed switch
        {
            >= '！' and <= '～' => (char)(typed - '！' + '!'),
            '。' => '.',
            '’' or '‘' or '`' => '\'',
            '\n' or '\r' => '\n',
            (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or '\u2060' or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F') or '\u00AD' => '\0',
            _ => char.IsWhiteSpace(typed) || char.IsControl(typed) || char.IsSurrogate(typed) ? ' ' : typed,
        };
        if (!one.IsHan())
            return char.ToLowerInvariant(one);
        return Traditional.IndexOf(one, StringComparison.Ordinal) is >= 0 and var at ? Simplified[at] : one;
    }
}
