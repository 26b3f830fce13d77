using System.Collections.Frozen;

namespace CardShop.Dialogs.Understanding.Cues;

/// <summary>Cues, ready to be looked up by the character that they start with.</summary>
internal sealed class CueBook
{
    private readonly FrozenDictionary<char, Cue[]> _byFirst;

    public CueBook(IEnumerable<Cue> cues)
    {
        var all = cues.ToList();
        AtMentions = [.. all.Where(cue => Opening(cue) is MentionPart)];
        _byFirst = all
            .Where(cue => Opening(cue) is PhrasePart)
            .SelectMany(cue => ((PhrasePart)Opening(cue)).Firsts.Select(first => (first, cue)))
            .GroupBy(pair => pair.first, pair => pair.cue)
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(cue => cue.Order).ToArray());
    }

    /// <summary>The cues that start with something named.</summary>
    public IReadOnlyList<Cue> AtMentions { get; }

    /// <summary>The cues that start with words whose first character is this.</summary>
    public ReadOnlySpan<Cue> StartingWith(char first) => _byFirst.TryGetValue(first, out var cues) ? cues : [];

    private static CuePart Opening(Cue cue) => cue.Parts[0] is EdgePart ? cue.Parts[1] : cue.Parts[0];
}
