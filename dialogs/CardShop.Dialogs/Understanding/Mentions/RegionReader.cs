namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Regions and servers: 18区, 五区, 微信区, 安卓QQ12区, 国际服, server 18, NA server. Handed on as typed: so the customer recognises them.</summary>
internal sealed class RegionReader(RegionWords words) : IMentionReader
{
    private const int LongestNumber = 4;
    private const int MostParts = 4;

    /// <inheritdoc />
    public Reading? Read(Surroundings here, int at)
    {
        if (here.Text.SplitsWord(at) || here.Text.At(at) == ' ')
            return null;
        var clearEnd = Math.Max(EndOfNumbered(here, at), EndOfEnglish(here, at));
        var named = EndOfNames(here, at);
        var whole = named > at && EndOfSuffix(here, named) is > 0 and var suffixed ? suffixed : named;
        // 微信区 and 艾欧尼亚区 are handed on without the word for what they are; 8区 and 美服 have no name without it.
        if (named > at && whole > named && ChineseNumber.DigitOf(here.Text.At(named - 1)) is not null)
            return Region(here, at, whole, MentionKinds.Region, clear: true);
        if (named > at && whole >= clearEnd && (whole > named || words.Names.Longest(here.Text, at) is not null))
            return new Reading(whole, new Mention(at, whole, MentionKinds.Region, here.Text.Kept[at..named], Clear: true));
        if (clearEnd > at)
            return Region(here, at, clearEnd, MentionKinds.Region, clear: true);
        if (EndOfPlaced(here, at) is var placed && placed.Whole > at)
            return new Reading(placed.Whole, new Mention(at, placed.Whole, MentionKinds.Region, here.Text.Kept[at..placed.Name], Clear: true));
        if (named > at && words.NotAlone.Longest(here.Text, here.SkipSpace(named)) is null)
            return Region(here, at, named, MentionKinds.Region, clear: false);
        // 微信 or EU alone.
        return words.ShortNames.Longest(here.Text, at) is { } shortName && IsNameBySpelling(here, at, shortName) && words.NotAlone.Longest(here.Text, here.SkipSpace(at + shortName.Length)) is null
            ? Region(here, at, at + shortName.Length, MentionKinds.Region, clear: false)
            : null;
    }

    /// <summary>The end of the names and platforms that stand here: 艾欧尼亚, 安卓微信.</summary>
    private int EndOfNames(Surroundings here, int at)
    {
        var end = at;
        for (var part = 0; part < MostParts; part++)
        {
            var next = words.Names.Longest(here.Text, end) ?? words.Platforms.Longest(here.Text, end);
            if (next is null)
                break;
            end += next.Length;
        }

        return end;
    }

    /// <summary>NA server: the place is the name.</summary>
    private (int Name, int Whole) EndOfPlaced(Surroundings here, int at)
    {
        if (words.ShortNames.Longest(here.Text, at) is not { } place || here.Text.At(at + place.Length) != ' ')
            return (at, at);
        var behind = at + place.Length + 1;
        return words.EnglishNouns.Longest(here.Text, behind) is { } noun && noun != "zone" ? (at + place.Length, behind + noun.Length) : (at, at);
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
            // NA server is named by its place alone, NA server 3 by its number too.
            if (words.EnglishNouns.Longest(here.Text, behind) is not { } placed)
                return 0;
            var numberEnd = EndOfEnglishNumber(here, behind + placed.Length);
            return numberEnd > behind + placed.Length || placed == "zone" ? numberEnd : 0;
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
