namespace CardShop.Dialogs.Replies;

/// <summary>Marks the characters in which two values differ, so that a second slip is seen (rules G1, H2).</summary>
internal static class CharacterDiff
{
    private const int Longest = 200;

    /// <summary>Both values in stretches. What stands in both, in order, is shared; the rest differs.</summary>
    public static (IReadOnlyList<DiffPart> From, IReadOnlyList<DiffPart> To) Of(string from, string to)
    {
        if (from.Length > Longest || to.Length > Longest)
        {
            return ([new DiffPart(from, true)], [new DiffPart(to, true)]);
        }

        var shared = LongestShared(from, to);
        return (Parts(from, shared.InFrom), Parts(to, shared.InTo));
    }

    private static (bool[] InFrom, bool[] InTo) LongestShared(string from, string to)
    {
        var lengths = new int[from.Length + 1, to.Length + 1];
        for (var i = from.Length - 1; i >= 0; i--)
        {
            for (var j = to.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = from[i] == to[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        var (inFrom, inTo) = (new bool[from.Length], new bool[to.Length]);
        for (int i = 0, j = 0; i < from.Length && j < to.Length;)
        {
            if (from[i] == to[j])
            {
                (inFrom[i++], inTo[j++]) = (true, true);
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return (inFrom, inTo);
    }

    private static List<DiffPart> Parts(string value, bool[] shared)
    {
        var parts = new List<DiffPart>();
        for (var start = 0; start < value.Length;)
        {
            var end = start;
            while (end < value.Length && shared[end] == shared[start])
            {
                end++;
            }

            parts.Add(new DiffPart(value[start..end], !shared[start]));
            start = end;
        }

        return parts;
    }
}
