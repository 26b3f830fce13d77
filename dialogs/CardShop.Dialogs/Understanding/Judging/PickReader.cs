using System.Globalization;
using CardShop.Dialogs.Understanding.Mentions;

namespace CardShop.Dialogs.Understanding.Judging;

/// <summary>Which item of a list was meant: 第二个, 2, the last one.</summary>
internal static class PickReader
{
    private const int LongestList = 20;

    private static readonly string[] EnglishOrdinals = ["first", "second", "third", "fourth", "fifth"];
    private static readonly string[] Newest = ["最近", "最新", "刚才", "刚刚", "latest", "newest", "most recent"];
    private static readonly string[] Last = ["最后", "last", "bottom"];

    /// <summary>From 1 on; -1 for the last; null when no place was named. Lists are shown with the newest first.</summary>
    public static int? Said(Findings found)
    {
        var core = found.Core.ToLowerInvariant();
        if (int.TryParse(core, NumberStyles.None, CultureInfo.InvariantCulture, out var bare))
            return bare is >= 1 and <= LongestList ? bare : null;
        var marker = core.IndexOf('第', StringComparison.Ordinal);
        if (marker >= 0 && ChineseNumber.TryRead(core, marker + 1, out _, out var ordinal) && int.TryParse(ordinal, out var place))
            return place is >= 1 and <= LongestList ? place : null;
        var english = Array.FindIndex(EnglishOrdinals, word => HasWord(core, word));
        if (english >= 0)
            return english + 1;
        if (Array.Exists(Newest, word => core.Contains(word, StringComparison.Ordinal)))
            return 1;
        return Array.Exists(Last, word => HasWord(core, word)) ? -1 : null;
    }

    private static bool HasWord(string core, string word) => core.Contains(word, StringComparison.Ordinal);
}
