using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding;

/// <summary>The languages that the bot speaks.</summary>
public enum Language
{
    /// <summary>The message doesn't tell: numbers, an emoji, a word that both use (ok, QQ).</summary>
    Unknown,

    /// <summary>Chinese.</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}

/// <summary>Guesses a message's language by its script. A guess that would flip the language for one short word is not made (rule D12).</summary>
public static class LanguageGuess
{
    private const int LongestRead = 400;
    private const int FewestEnglishWords = 2;
    private const int ShortestLoneWord = 6;
    private const int LatinLettersPerHan = 12;

    /// <summary>The language of a message.</summary>
    public static Language Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (han, letters, words, longest) = (0, 0, 0, 0);
        var run = 0;
        var read = text.AsSpan(0, Math.Min(text.Length, LongestRead));
        for (var at = 0; at <= read.Length; at++)
        {
            var one = at < read.Length ? read[at] : ' ';
            if (char.IsAsciiLetter(one))
            {
                run++;
                continue;
            }

            // A run that touches a digit is a code, not a word.
            if (run > 1 && !char.IsAsciiDigit(one) && (at - run == 0 || !char.IsAsciiDigit(read[at - run - 1])))
                (words, letters, longest) = (words + 1, letters + run, Math.Max(longest, run));
            run = 0;
            han += one.IsHan() ? 1 : 0;
        }

        if (han > 0)
            return letters > han * LatinLettersPerHan ? Language.English : Language.Chinese;
        return words >= FewestEnglishWords || longest >= ShortestLoneWord ? Language.English : Language.Unknown;
    }
}
