using System.Collections.Immutable;
using CardShop.Dialogs.Understanding.Mentions;
using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Cues;

/// <summary>Looks for cues in one message. Gaps are bounded, so that the work grows with the message's length and no faster.</summary>
internal sealed class CueMatcher(FoldedText text, Edges edges, MentionMap mentions, Negations negations)
{
    /// <summary>A Chinese character says as much as a few letters.</summary>
    private const int ChineseWidth = 4;

    private Mention? _from;
    private Mention? _to;

    /// <summary>How many comparisons were made so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Every place at which a cue of the book stands, in the order of the message.</summary>
    public List<CueHit> FindAll(CueBook book)
    {
        var hits = new List<CueHit>();
        for (var at = 0; at < text.Plain.Length; at++)
        {
            if (mentions.IsInside(at))
                continue;
            foreach (var cue in book.StartingWith(text.At(at), text.At(at + 1)))
                TryHere(cue, at, hits);
            if (mentions.At(at) is null)
                continue;
            foreach (var cue in book.AtMentions)
                TryHere(cue, at, hits);
        }

        return hits;
    }

    private void TryHere(Cue cue, int at, List<CueHit> hits)
    {
        _from = _to = null;
        var end = Match(cue.Parts, 0, at);
        if (end > at)
            hits.Add(new CueHit(cue, at, end, _from, _to));
    }

    /// <summary>Where the parts from this one on end if they stand here; -1 if they do not.</summary>
    private int Match(ImmutableArray<CuePart> parts, int index, int at)
    {
        Steps++;
        if (index == parts.Length)
            return at;
        return parts[index] switch
        {
            PhrasePart phrases => MatchPhrase(phrases, parts, index, at),
            MentionPart mention => MatchMention(mention, parts, index, at),
            GapPart gap => MatchGap(gap, parts, index, at),
            EdgePart { IsStart: true } => at <= edges.Start ? Match(parts, index + 1, at) : -1,
            _ => at >= edges.End ? Match(parts, index + 1, at) : -1,
        };
    }

    private int MatchPhrase(PhrasePart phrases, ImmutableArray<CuePart> parts, int index, int at)
    {
        var here = index > 0 ? SkipSpace(at) : at;
        foreach (var phrase in phrases.At(text.At(here)))
        {
            Steps++;
            var end = phrase.EndAt(text, here);
            if (end >= 0 && Match(parts, index + 1, end) is >= 0 and var whole)
                return whole;
        }

        return phrases.Optional ? Match(parts, index + 1, at) : -1;
    }

    private int MatchMention(MentionPart part, ImmutableArray<CuePart> parts, int index, int at)
    {
        if (mentions.At(SkipSpace(at)) is not { } mention || !Fits(mention, part))
            return -1;
        var (from, to) = (_from, _to);
        if (part.Role == MentionRole.From)
            _from = mention;
        else if (part.Role == MentionRole.To)
            _to = mention;
        var whole = Match(parts, index + 1, mention.End);
        if (whole < 0)
            (_from, _to) = (from, to);
        return whole;
    }

    /// <summary>The two sides of a change are of one kind; elsewhere a thing counts as what it most likely is.</summary>
    private bool Fits(Mention mention, MentionPart part) => part.Role switch
    {
        MentionRole.From => (mention.Kinds & part.Kinds & (_to?.Kinds ?? MentionKinds.Any)) != 0,
        MentionRole.To => (mention.Kinds & part.Kinds & (_from?.Kinds ?? MentionKinds.Any)) != 0,
        _ when part.Kinds == MentionKinds.Count => mention.Clear && mention.Kinds.HasFlag(MentionKinds.Count),
        _ => mention.Clear && (KindResolver.Of(mention.Kinds, asked: null) & part.Kinds) != 0,
    };

    /// <summary>Spaces part Latin words; between Chinese ones they stand for a comma.</summary>
    private int SkipSpace(int at) => text.At(at) == ' ' && (char.IsAscii(text.At(at - 1)) || char.IsAscii(text.At(at + 1))) ? at + 1 : at;

    private int MatchGap(GapPart gap, ImmutableArray<CuePart> parts, int index, int at)
    {
        for (var left = gap.Width; left >= 0 && at <= text.Plain.Length; at++)
        {
            if (CanStand(parts[index + 1], at) && Match(parts, index + 1, at) is >= 0 and var whole)
                return whole;
            if (at == text.Plain.Length || IsBarred(gap, at))
                return -1;
            left -= text.Plain[at] < '\u2E80' ? 1 : ChineseWidth;
        }

        return -1;
    }

    /// <summary>Spares most of the places that a gap passes.</summary>
    private bool CanStand(CuePart part, int at)
    {
        Steps++;
        return part switch
        {
            PhrasePart { Optional: false } phrases => !phrases.At(text.At(SkipSpace(at))).IsEmpty,
            MentionPart => mentions.At(SkipSpace(at)) is not null,
            _ => true,
        };
    }

    private bool IsBarred(GapPart gap, int at)
    {
        // A counterpart that is nearer is meant, not one behind it.
        if (mentions.At(at) is { } passed && (_from ?? _to) is { } side && (side.Kinds & passed.Kinds) != 0)
            return true;
        return !gap.AcrossClauses && (negations.StartsAt(at) || text.EndsClause(at));
    }
}
