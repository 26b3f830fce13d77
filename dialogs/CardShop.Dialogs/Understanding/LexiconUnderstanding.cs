using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding.Cues;
using CardShop.Dialogs.Understanding.Judging;
using CardShop.Dialogs.Understanding.Lexicon;
using CardShop.Dialogs.Understanding.Mentions;
using CardShop.Dialogs.Understanding.Text;
using CardShop.Dialogs.Understanding.Times;

namespace CardShop.Dialogs.Understanding;

/// <summary>
/// Understands by word lists and turns of phrase: fold the text, find what is named, find the signs, drop those that are denied or belong
/// to another, then judge by the precedence of LABELS.md. It reads the first 4,000 characters, and its work grows with their number only.
/// </summary>
/// <param name="products">What the shop sells; <see cref="ProductLexicon.Common"/> when it has told nothing.</param>
public sealed class LexiconUnderstanding(ProductLexicon? products = null) : IUnderstanding
{
    private readonly Vocabulary _vocabulary = new(products ?? ProductLexicon.Common);

    /// <inheritdoc />
    public Understood Understand(string text, Asks? asked, DateTimeOffset? now = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (found, verdict) = Judge(text, asked);
        return Told(found, verdict) with { Paid = PaidAt(text, now) };
    }

    /// <summary>All that was found in a message, and what the rules make of it.</summary>
    internal (Findings Found, Verdict Verdict) Judge(string text, Asks? asked)
    {
        var found = Find(text, asked, out _);
        return (found, IntentJudge.Judge(found));
    }

    /// <summary>A text in the one form in which everything here is compared.</summary>
    internal FoldedText Fold(string text) => _vocabulary.Folding.Fold(text);

    /// <summary>Writes down what a message was judged to be.</summary>
    internal static Understood Told(Findings found, Verdict verdict)
    {
        var confidence = Confidence.Of(verdict, found);
        return new Understood
        {
            Intent = verdict.Intent,
            Problem = verdict.Problems.Count > 0 ? verdict.Problems[0] : null,
            Also = [.. verdict.Problems.Skip(1)],
            Confidence = confidence,
            Sure = Confidence.Suffices(confidence),
            Remedy = RemedyJudge.Said(found),
            Owner = OwnerJudge.Said(found),
            Pick = found.Asked is Asks.Order or Asks.Choice ? PickReader.Said(found) : null,
            Entities = FreeAnswer.Complete(found, verdict),
        };
    }

    /// <summary>When the message says that it was paid.</summary>
    internal static PaymentTime? PaidAt(string text, DateTimeOffset? now) =>
        now is { } moment ? PaymentTimeReader.Read(text.Length > Folding.LongestRead ? text[..Folding.LongestRead] : text, moment) : null;

    /// <summary>How many comparisons understanding a message takes: what tests hold against its length.</summary>
    internal long Effort(string text)
    {
        Find(text, asked: null, out var steps);
        return steps;
    }

    /// <summary>Of which kinds of things an error is told.</summary>
    private static MentionKinds KindsTold(IReadOnlyList<CueHit> signs) =>
        signs.Where(sign => !sign.Cue.Weak).Aggregate(MentionKinds.None, (kinds, sign) => kinds | sign.Cue.Sign switch
        {
            Sign.WrongRegion => MentionKinds.Region,
            Sign.WrongAccount => MentionKinds.Account,
            Sign.WrongPhone => MentionKinds.Phone,
            Sign.WrongProduct => MentionKinds.Product,
            Sign.WrongDenomination => MentionKinds.Amount,
            _ => MentionKinds.None,
        });

    private Findings Find(string typed, Asks? asked, out long steps)
    {
        var text = _vocabulary.Folding.Fold(typed);
        var edges = Edges.Of(text, _vocabulary.Polite);
        var mentions = _vocabulary.Mentions.Scan(new Surroundings(text, edges, asked, _vocabulary.MentionWords));
        var negations = new Negations(text, _vocabulary.Negations);
        var matcher = new CueMatcher(text, edges, mentions, negations);
        var signs = SignFilter.Keep(matcher.FindAll(_vocabulary.Signs), negations, _vocabulary.Masks);
        var isOfTarget = signs.Any(sign => sign.Cue is { Weak: false, Sign: Sign.WrongAccount or Sign.WrongPhone });
        var changes = ChangeFinder.Find(matcher.FindAll(_vocabulary.Changes), asked, isOfTarget);
        var sides = new SideReader(text, _vocabulary.Sides);
        changes = Counterparts.Complete(changes, mentions, text, sides, asked, KindsTold(signs));
        if (changes.All(change => change.Kind is not (MentionKinds.Product or MentionKinds.Region)) && OpenChange.Find(text, mentions, _vocabulary.Opens, KindsTold(signs) & (MentionKinds.Product | MentionKinds.Region)) is { } open)
            changes = [.. changes, open];
        steps = matcher.Steps;
        var reply = ReplyReader.Read(text, _vocabulary.Replies);
        var setsRight = asked == Asks.Confirm || (asked is not null && reply == Reply.OpensWithNo);
        return new Findings(text, edges, asked, mentions, changes, signs, reply, EntityAssembly.Of(mentions, changes, asked, setsRight), sides);
    }
}
