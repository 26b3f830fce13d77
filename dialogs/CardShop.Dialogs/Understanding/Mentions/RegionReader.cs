namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Regions and servers: 18区, 五区, 微信区, 安卓QQ12区, 国际服, server 18, NA server. Handed on as typed: so the customer recognises them.</summary>
internal sealed class RegionReader(RegionWords words) : IMentionReader
{
    private const int LongestNumber = 4;
    private const int MostParts = 4;

    /// <inheritdoc />
    public Reading? Read(Surroundings here, int at)
    {
        if (here.Text.SplitsWord(at))
            return null;
        var clearEnd = Math.Max(EndOfNumbered(here, at), EndOfEnglish(here, at));
        if (words.Names.Longest(here.Text, at) is { } name)
            clearEnd = Math.Max(clearEnd, at + name.Length);
        if (clearEnd > at)
            return Region(here, at, clearEnd, MentionKinds.Region, clear: true);
        // 微信 or EU alone.
        return words.ShortNames.Longest(here.Text, at) is { } shortName && IsNameBySpelling(here, at, shortName)
            ? Region(here, at, at + shortName.Length, MentionKinds.Region, clear: false)
            : null;
    }

    /// <summary>Prefixes and numbers up to 区 or 服.</summary>
    private int EndOfNumbered(Surroundings here, int at)
    {
        var end = at;
        for (var part = 0; part < MostParts; part++)
        {
            if (end > at && EndOfSuffix(here, end) is > 0 and var whole)
                return whole;
            var next = EndOfPrefix(here, end);
            if (next == end)
                return 0;
            end = next;
        }

        return EndOfSuffix(here, end);
    }

    private int EndOfSuffix(Surroundings here, int at)
    {
        at = here.SkipSpace(at);
        return words.NoSuffixes.Longest(here.Text, at) is null && words.Suffixes.Longest(here.Text, at) is { } suffix ? at + suffix.Length : 0;
    }

    private int EndOfPrefix(Surroundings here, int at)
    {
        var start = here.SkipSpace(at);
        if (words.Prefixes.Longest(here.Text, start) is { } prefix)
            return start + prefix.Length;
        return EndOfNumber(here, start) is var end && end > start ? end : at;
    }

    /// <summary>18, 十八, A, S12.</summary>
    private static int EndOfNumber(Surroundings here, int at)
    {
        var end = at;
        if (char.IsAsciiLetter(here.Text.At(end)))
            end++;
        var first = end;
        while (end - first < LongestNumber && char.IsAsciiDigit(here.Text.At(end)))
            end++;
        if (end == at)
        {
            while (end - at < LongestNumber && (ChineseNumber.DigitOf(here.Text.At(end)) is not null || here.Text.At(end) is '十' or '百'))
                end++;
        }

        return here.Text.SplitsWord(end) ? at : end;
    }

    private int EndOfEnglish(Surroundings here, int at)
    {
        if (words.EnglishPlaces.Longest(here.Text, at) is { } place && here.Text.At(at + place.Length) == ' ')
        {
            var behind = at + place.Length + 1;
            return words.EnglishNouns.Longest(here.Text, behind) is { } placed ? EndOfEnglishNumber(here, behind + placed.Length) : 0;
        }

        if (words.EnglishNouns.Longest(here.Text, at) is not { } noun)
            return 0;
        var end = at + noun.Length;
        var numbered = EndOfEnglishNumber(here, end);
        return numbered > end ? numbered : 0;
    }

    private static int EndOfEnglishNumber(Surroundings here, int at)
    {
        var start = here.SkipSpace(at);
        if (here.Text.At(start) == '#')
            start++;
        var end = EndOfNumber(here, start);
        // A lone letter is a name only as a capital: “server B”, not “server I paid for”.
        var isLetter = end == start + 1 && char.IsAsciiLetter(here.Text.At(start));
        return end == start || (isLetter && (!char.IsAsciiLetterUpper(here.Text.Kept[start]) || here.Text.At(start) == 'i')) ? at : end;
    }

    /// <summary>Two Latin letters are a region only in capitals.</summary>
    private static bool IsNameBySpelling(Surroundings here, int at, string name) =>
        !char.IsAsciiLetter(name[0]) || name.Length > 2 || char.IsAsciiLetterUpper(here.Text.Kept[at]);

    private static Reading Region(Surroundings here, int at, int end, MentionKinds kinds, bool clear) =>
        new(end, new Mention(at, end, kinds, here.Text.Kept[at..end], clear));
}
