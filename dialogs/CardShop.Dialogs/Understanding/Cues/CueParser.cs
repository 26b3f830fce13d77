using System.Buffers;
using System.Collections.Immutable;
using CardShop.Dialogs.Understanding.Mentions;

namespace CardShop.Dialogs.Understanding.Cues;

/// <summary>
/// Reads the notation that the cue files are written in:
/// <list type="table">
/// <item><term><c>充错</c></term><description>these words; a star at the end of a Latin word (<c>refund*</c>) lets it go on</description></item>
/// <item><term><c>(充|买)</c></term><description>one of these; with <c>?</c> behind it, or nothing</description></item>
/// <item><term><c>{slip}</c></term><description>one of the words listed under that name</description></item>
/// <item><term><c>~</c></term><description>a few words of the same clause, no negation among them</description></item>
/// <item><term><c>~~</c></term><description>a few more, commas and full stops included</description></item>
/// <item><term><c>&lt;amount&gt;</c></term><description>something named: order phone account region product amount count any, or a side of a change: from to</description></item>
/// <item><term><c>^ $</c></term><description>the start and the end of the message, politeness aside</description></item>
/// </list>
/// </summary>
internal sealed class CueParser(IReadOnlyDictionary<string, IReadOnlyList<string>> words)
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("({<~^$");

    private const int ShortGap = 32;
    private const int LongGap = 96;

    /// <summary>Reads one cue's parts.</summary>
    public ImmutableArray<CuePart> Parse(string written)
    {
        var parts = new List<CuePart>();
        var at = 0;
        while (at < written.Length)
        {
            // The matcher passes single spaces between parts by itself.
            if (written[at] == ' ')
                at++;
            else
                parts.Add(ReadPart(written, ref at));
        }

        if (parts is [] or [GapPart or PhrasePart { Optional: true }, ..] or [EdgePart, GapPart or PhrasePart { Optional: true }, ..])
            throw new FormatException($"The cue “{written}” has nothing to start at.");
        return [.. parts];
    }

    private CuePart ReadPart(string written, ref int at) => written[at] switch
    {
        '(' => ReadPhrases(written, ref at, Until(written, ref at, ')').Split('|')),
        '{' => ReadPhrases(written, ref at, Listed(Until(written, ref at, '}'))),
        '<' => ReadMention(Until(written, ref at, '>')),
        '~' => ReadGap(written, ref at),
        '^' => ReadEdge(ref at, isStart: true),
        '$' => ReadEdge(ref at, isStart: false),
        _ => ReadLiteral(written, ref at),
    };

    private static string Until(string written, ref int at, char closing)
    {
        var end = written.IndexOf(closing, at);
        if (end < 0)
            throw new FormatException($"The cue “{written}” lacks a {closing}.");
        var inner = written[(at + 1)..end];
        at = end + 1;
        return inner;
    }

    private IEnumerable<string> Listed(string name) =>
        words.TryGetValue(name, out var list) ? list : throw new FormatException($"No words are listed under “{name}”.");

    private static PhrasePart ReadPhrases(string written, ref int at, IEnumerable<string> phrases)
    {
        var optional = at < written.Length && written[at] == '?';
        if (optional)
            at++;
        return new PhrasePart(phrases.Select(phrase => new Phrase(phrase.Trim())), optional);
    }

    private static GapPart ReadGap(string written, ref int at)
    {
        var acrossClauses = at + 1 < written.Length && written[at + 1] == '~';
        at += acrossClauses ? 2 : 1;
        return new GapPart(acrossClauses ? LongGap : ShortGap, acrossClauses);
    }

    private static EdgePart ReadEdge(ref int at, bool isStart)
    {
        at++;
        return new EdgePart(isStart);
    }

    private static PhrasePart ReadLiteral(string written, ref int at)
    {
        var end = written.AsSpan(at).IndexOfAny(Signs);
        end = end < 0 ? written.Length : at + end;
        var literal = written[at..end];
        at = end;
        return new PhrasePart([new Phrase(literal.Trim())], optional: false);
    }

    private static MentionPart ReadMention(string name) => name switch
    {
        "from" => new MentionPart(MentionKinds.Any, MentionRole.From),
        "to" => new MentionPart(MentionKinds.Any, MentionRole.To),
        _ when Enum.TryParse<MentionKinds>(name, ignoreCase: true, out var kinds) => new MentionPart(kinds, MentionRole.None),
        _ => throw new FormatException($"Nothing that is named is called “{name}”."),
    };
}
