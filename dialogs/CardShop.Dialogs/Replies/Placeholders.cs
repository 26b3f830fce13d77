using System.Text;

namespace CardShop.Dialogs.Replies;

/// <summary>Puts facts into texts.</summary>
internal static class Placeholders
{
    /// <summary>Replaces each <c>{name}</c> by the fact of that name, in one pass.</summary>
    /// <exception cref="KeyNotFoundException">A fact is missing.</exception>
    public static string Fill(string text, IReadOnlyDictionary<string, string> facts)
    {
        var filled = new StringBuilder(text.Length + 32);
        var at = 0;
        while (text.IndexOf('{', at) is >= 0 and var open && text.IndexOf('}', open) is >= 0 and var close)
        {
            filled.Append(text, at, open - at).Append(facts[text[(open + 1)..close]]);
            at = close + 1;
        }

        return filled.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The names that a text needs.</summary>
    public static IEnumerable<string> Names(string text)
    {
        var at = 0;
        while (text.IndexOf('{', at) is >= 0 and var open && text.IndexOf('}', open) is >= 0 and var close)
        {
            yield return text[(open + 1)..close];
            at = close + 1;
        }
    }
}
