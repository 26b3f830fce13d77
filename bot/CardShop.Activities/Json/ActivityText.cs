using System.Text;
using System.Text.RegularExpressions;

namespace CardShop.Activities.Json;

/// <summary>
/// Turns received bytes into JSON text that can be worked with. A client that cuts a text in the middle of an emoji sends half a surrogate pair, as bytes or as
/// an escape: it becomes U+FFFD here, instead of an exception at whoever reads that string first.
/// </summary>
public static partial class ActivityText
{
    /// <summary>The bytes as text.</summary>
    public static string Decode(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        return text.Contains("\\ud", StringComparison.OrdinalIgnoreCase) ? LoneSurrogate().Replace(text, Mend) : text;
    }

    private static string Mend(Match match) => match.Groups["lone"].Success ? "\\uFFFD" : match.Value;

    // Escapes are consumed one by one from the left, so that the "\\" in "\\ud800" is never taken for the start of an escape.
    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.")]
    private static partial Regex LoneSurrogate();
}
