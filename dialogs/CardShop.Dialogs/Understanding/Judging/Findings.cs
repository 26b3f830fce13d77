using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding.Cues;
using CardShop.Dialogs.Understanding.Mentions;
using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Judging;

/// <summary>All that was found in one message; what it comes to is for <see cref="IntentJudge"/> to say.</summary>
internal sealed class Findings(
    FoldedText text, Edges edges, Asks? asked, MentionMap mentions, IReadOnlyList<Change> changes, IReadOnlyList<CueHit> hits, Reply reply, Entities entities)
{
    public FoldedText Text { get; } = text;

    public Asks? Asked { get; } = asked;

    public MentionMap Mentions { get; } = mentions;

    public IReadOnlyList<Change> Changes { get; } = changes;

    /// <summary>Signs that were neither denied nor masked.</summary>
    public IReadOnlyList<CueHit> Hits { get; } = hits;

    public Reply Reply { get; } = reply;

    public Entities Entities { get; } = entities;

    /// <summary>The message without greetings, particles and punctuation around it, as typed.</summary>
    public string Core { get; } = text.Kept[edges.Start..edges.End];

    /// <summary>Whether the sign was seen for certain.</summary>
    public bool Shows(Sign sign) => Hits.Any(hit => hit.Cue.Sign == sign && !hit.Cue.Weak);

    /// <summary>Whether the sign was seen, be it faintly.</summary>
    public bool Hints(Sign sign) => Hits.Any(hit => hit.Cue.Sign == sign);

    /// <summary>Whether something was named that answers the question.</summary>
    public bool NamesWhatWasAsked => Mentions.All.Any(mention => (mention.Kinds & KindResolver.Wanted(Asked)) != 0);
}
