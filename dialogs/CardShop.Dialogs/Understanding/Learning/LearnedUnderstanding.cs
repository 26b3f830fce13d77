using System.Text.RegularExpressions;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding.Judging;
using CardShop.Dialogs.Understanding.Tagging;

namespace CardShop.Dialogs.Understanding.Learning;

/// <summary>
/// Understands by the lexicon, and lets a classifier that has read thousands of messages decide what the message is, and a tagger what it names. The remedy and the owner stay
/// with the lexicon; so does every yes, since money moves on it: the classifier may doubt a yes, never find one.
/// </summary>
public sealed partial class LearnedUnderstanding : IUnderstanding
{
    /// <summary>From which odds on the bot goes on without asking back; chosen on writers that the model has not seen (docs/understanding.md).</summary>
    private const float Threshold = 0.85f;

    private readonly LexiconUnderstanding _lexicon;
    private readonly IntentModel _model;
    private readonly TagModel _tagger;

    /// <summary>Reads the model.</summary>
    /// <param name="model">As the trainer wrote it; used where it lies.</param>
    /// <param name="products">What the shop sells; <see cref="ProductLexicon.Common"/> when it has told nothing.</param>
    /// <exception cref="InvalidDataException">The model was made for another version of this code.</exception>
    public LearnedUnderstanding(ReadOnlyMemory<byte> model, ProductLexicon? products = null)
    {
        var reader = new ModelReader(model);
        _model = new IntentModel(reader);
        _tagger = new TagModel(reader);
        _lexicon = new LexiconUnderstanding(products);
    }

    /// <inheritdoc />
    public Understood Understand(string text, Asks? asked, DateTimeOffset? now = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (found, verdict) = _lexicon.Judge(text, asked);
        var judged = LexiconUnderstanding.Told(found, verdict) with { Paid = LexiconUnderstanding.PaidAt(text, now) };
        if (StaysWithTheRules(found, verdict, judged))
            return judged;

        var (meaning, odds) = MostLikely(found, verdict);
        var intent = Meaning.IntentOf(meaning);
        if (intent == Intent.Affirm && asked == Asks.Confirm)
            return judged with { Sure = false };
        return judged with
        {
            Intent = intent,
            Problem = Main(intent, meaning, judged),
            Also = Others(intent, Main(intent, meaning, judged), verdict),
            Confidence = Math.Round(odds, 2),
            Sure = odds >= Threshold && !IsTornBetweenProblems(intent, meaning, verdict) && (intent != Intent.Affirm || judged.Intent == Intent.Affirm),
            Entities = Named(found, meaning, intent, judged),
        };
    }

    /// <summary>Nothing but a yes or a no, a message that is cut short or says nothing, and whatever the rules take for a yes or a no to a read-back.</summary>
    private static bool StaysWithTheRules(Findings found, Verdict verdict, Understood judged) =>
        found.Text.IsCut || !found.Text.HasWords
        || (found.Asked is not null && verdict is { Intent: Intent.Affirm or Intent.Deny, Strength: Strength.Whole })
        || (found.Asked == Asks.Confirm && (judged.Sure || verdict.Intent is Intent.Affirm or Intent.Deny))
        || (verdict.Intent == Intent.PreventionAdvice && AsksHowToPrevent(found.Text.Plain));

    /// <summary>How to keep something from happening, where nothing has happened: 乱充值 makes no report of it.</summary>
    private static bool AsksHowToPrevent(string text) => HowToPrevent().IsMatch(text) && !HasHappened().IsMatch(text);

    /// <summary>What went wrong: of a report as the classifier has it, unless it leaves open what the rules are sure of; of an answer or a correction as the rules do.</summary>
    private static Problem? Main(Intent intent, int meaning, Understood judged) => intent switch
    {
        Intent.ReportError => Meaning.ProblemOf(meaning) ?? (judged is { Intent: Intent.ReportError or Intent.Answer or Intent.Correction, Sure: true } ? judged.Problem : null),
        Intent.Answer or Intent.Correction => judged.Problem,
        _ => null,
    };

    /// <summary>Of two problems the one told first is the main one (LABELS.md); where the rules have read another one first, it is asked.</summary>
    private static bool IsTornBetweenProblems(Intent intent, int meaning, Verdict verdict) =>
        intent == Intent.ReportError && verdict.Problems.Count > 1 && verdict.Problems[0] != Meaning.ProblemOf(meaning);

    private static List<Problem> Others(Intent intent, Problem? told, Verdict verdict) =>
        intent == Intent.ReportError && told is { } main ? [.. verdict.Problems.Where(problem => problem != main)] : [];

    [GeneratedRegex(@"(怎么|如何|怎样|咋|什么办法|啥办法|没有办法|什么方法).{0,10}(防|避免|不让|别让)|\bhow (can|do|could|should) (i|we)\b.{0,10}\b(prevent|avoid|stop|keep)\b|\bhow to (prevent|avoid|stop|keep)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HowToPrevent();

    [GeneratedRegex(@"(充|买|花|付|点|刷|下单|错)(了|掉|完|过)|已经|刚|昨|前天|退|撤|取消|\d{4,}|\b(bought|ordered|charged|spent|paid|refund|cancel|yesterday|just|already|did|has|wrong)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HasHappened();

    private (int Meaning, float Odds) MostLikely(Findings found, Verdict verdict)
    {
        using var features = new FeatureBag();
        FeatureReader.Read(found, verdict, features);
        return _model.MostLikely(features.Hashes);
    }

    /// <summary>
    /// What was named. A bare answer to what was asked stays with the rules, as do names that only the question makes one. Where the tagger names no account at all,
    /// one that the rules found by a cue (改成67890) stands: what was told is not asked for again.
    /// </summary>
    private Entities Named(Findings found, int meaning, Intent intent, Understood judged)
    {
        var byRules = intent == judged.Intent ? judged.Entities : FreeAnswer.Complete(found, new Verdict(intent, Strength.Faint));
        if (intent == Intent.Answer)
            return byRules;
        var tokens = TokenReader.Read(found);
        var tagged = TaggedEntities.Of(found, tokens, _tagger.Tag(found, meaning, tokens));
        var isUntold = tagged is { Account: (null, null, null), Phone: (null, null, null), OrderNos.Count: 0 };
        return isUntold && byRules.Account.To is not null ? tagged with { Account = byRules.Account } : tagged;
    }
}
