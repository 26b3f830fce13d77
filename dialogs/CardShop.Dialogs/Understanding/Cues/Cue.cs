using System.Buffers;
using System.Collections.Immutable;
using CardShop.Dialogs.Understanding.Mentions;

namespace CardShop.Dialogs.Understanding.Cues;

/// <summary>A turn of phrase that is a sign of something: parts that follow one another. See <see cref="CueParser"/> for how one is written.</summary>
/// <param name="Sign">What it is a sign of; null for the patterns of changes, which only point out what was named.</param>
/// <param name="Weak">Counts only where nothing stronger speaks.</param>
/// <param name="Parts">The parts, in order.</param>
/// <param name="Order">Where the cue stands in its file: of two that fit at one place, the earlier is taken.</param>
internal sealed record Cue(Sign? Sign, bool Weak, ImmutableArray<CuePart> Parts, int Order);

/// <summary>One part of a cue.</summary>
internal abstract record CuePart;

/// <summary>One of several phrases.</summary>
internal sealed record PhrasePart : CuePart
{
    private readonly Phrase[] _phrases;
    private readonly SearchValues<char> _firsts;

    public PhrasePart(IEnumerable<Phrase> phrases, bool optional)
    {
        _phrases = [.. phrases.OrderByDescending(phrase => phrase.Length)];
        _firsts = SearchValues.Create(_phrases.Select(phrase => phrase.First).ToArray());
        Optional = optional;
    }

    /// <summary>Whether the cue goes on without any of them.</summary>
    public bool Optional { get; }

    /// <summary>What the phrases start with; no second character where any may follow, as it may if the cue goes on without a phrase.</summary>
    public IEnumerable<(char First, char? Second)> Starts => _phrases.Select(phrase => (phrase.First, Optional ? null : phrase.Second)).Distinct();

    /// <summary>The phrases that may stand where this character stands, the longest first.</summary>
    public ReadOnlySpan<Phrase> At(char first) => _firsts.Contains(first) ? _phrases : [];
}

/// <summary>Anything up to a width, counted in letters: a Chinese character is four wide. Reaches no further than needed.</summary>
/// <param name="Width">The widest.</param>
/// <param name="AcrossClauses">Whether it may pass commas, full stops and negations.</param>
internal sealed record GapPart(int Width, bool AcrossClauses) : CuePart;

/// <summary>Something named.</summary>
/// <param name="Kinds">What it may be.</param>
/// <param name="Role">The side of a change that it stands on.</param>
internal sealed record MentionPart(MentionKinds Kinds, MentionRole Role) : CuePart;

/// <summary>The start or the end of the message, politeness and punctuation aside.</summary>
internal sealed record EdgePart(bool IsStart) : CuePart;

/// <summary>The side of a change.</summary>
internal enum MentionRole
{
    None,
    From,
    To,
}
