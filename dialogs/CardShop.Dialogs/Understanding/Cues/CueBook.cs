using System.Collections.Frozen;

namespace CardShop.Dialogs.Understanding.Cues;

/// <summary>Cues, ready to be looked up by the two characters that they start with: hundreds start with the same one.</summary>
internal sealed class CueBook
{
    /// <summary>By both characters; those that any second one may follow are among them.</summary>
    private readonly FrozenDictionary<(char First, char Second), Cue[]> _byBoth;

    /// <summary>By the first character, where any second one may follow.</summary>
    private readonly FrozenDictionary<char, Cue[]> _byFirst;

    public CueBook(IEnumerable<Cue> cues)
    {
        var all = cues.ToList();
        AtMentions = [.. all.Where(cue => Opening(cue) is MentionPart)];
        var starts = all
            .Where(cue => Opening(cue) is PhrasePart)
            .SelectMany(cue => ((PhrasePart)Opening(cue)).Starts.Select(start => (start.First, start.Second, Cue: cue)))
            .ToLookup(start => start.First);
        _byFirst = starts.ToFrozenDictionary(ofFirst => ofFirst.Key, ofFirst => InOrder(ofFirst.Where(start => start.Second is null).Select(start => start.Cue)));
        _byBoth = starts
            .SelectMany(ofFirst => ofFirst.Select(start => start.Second).OfType<char>().Distinct().Select(second => (ofFirst.Key, second)))
            .ToFrozenDictionary(pair => pair, pair => InOrder(starts[pair.Key].Where(start => start.Second is null || start.Second == pair.second).Select(start => start.Cue)));
    }

    /// <summary>The cues that start with something named.</summary>
    public IReadOnlyList<Cue> AtMentions { get; }

    /// <summary>The cues that start with words of which these may be the first characters.</summary>
    public ReadOnlySpan<Cue> StartingWith(char first, char second) =>
        _byBoth.TryGetValue((first, second), out var cues) || _byFirst.TryGetValue(first, out cues) ? cues : [];

    private static Cue[] InOrder(IEnumerable<Cue> cues) => [.. cues.Distinct().OrderBy(cue => cue.Order)];

    private static CuePart Opening(Cue cue) => cue.Parts[0] is EdgePart ? cue.Parts[1] : cue.Parts[0];
}
