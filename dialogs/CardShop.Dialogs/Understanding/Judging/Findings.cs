using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding.Cues;
using CardShop.Dialogs.Understanding.Mentions;
using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Judging;

/// <summary>All that was found in one message; what it comes to is for <see cref="IntentJudge"/> to say.</summary>
internal sealed class Findings(
    FoldedText text, Edges edges, Asks? asked, MentionMap mentions, IReadOnlyList<Change> changes, IReadOnlyList<CueHit> hits, Reply reply, Entities entities, SideReader sides)
{
    private readonly ulong _shown = Bits(hits.Where(hit => !hit.Cue.Weak));
    private readonly ulong _hinted = Bits(hits);

    public FoldedText Text { get; } = text;

    public Asks? Asked { get; } = asked;

    public MentionMap Mentions { get; } = mentions;

    public IReadOnlyList<Change> Changes { get; } = changes;

    /// <summary>Signs that were neither denied nor masked.</summary>
    public IReadOnlyList<CueHit> Hits { get; } = hits;

    public Reply Reply { get; } = reply;

    public Entities Entities { get; } = entities;

    /// <summary>Tells, by the words around a place, on which side of a change it stands.</summary>
    public SideReader Sides { get; } = sides;

    /// <summary>The message without greetings, particles and punctuation around it, as typed.</summary>
    public string Core { get; } = text.Kept[edges.Start..edges.End];

    /// <summary>Whether the sign was seen for certain.</summary>
    public bool Shows(Sign sign) => (_shown & Bit(sign)) != 0;

    /// <summary>Whether the sign was seen, be it faintly.</summary>
    public bool Hints(Sign sign) => (_hinted & Bit(sign)) != 0;

    /// <summary>Whether anything of an order was named.</summary>
    public bool NamesSomething => Mentions.All.Any(mention => mention.Kinds != MentionKinds.Count);

    /// <summary>Whether something was named that answers the question.</summary>
    public bool NamesWhatWasAsked => Mentions.All.Any(mention => (mention.Kinds & KindResolver.Wanted(Asked)) != 0);

    private static ulong Bits(IEnumerable<CueHit> hits) => hits.Aggregate(0UL, (bits, hit) => bits | Bit(hit.Cue.Sign));

    private static ulong Bit(Sign? sign) => sign is { } known ? 1UL << (int)known : 0;
}
