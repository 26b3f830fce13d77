using CardShop.Dialogs.Understanding;
using CardShop.Dialogs.Understanding.Judging;
using CardShop.Dialogs.Understanding.Learning;

namespace CardShop.Understanding.Trainer;

/// <summary>A message as the classifier sees it.</summary>
/// <param name="Line">The message.</param>
/// <param name="Meaning">Its class.</param>
/// <param name="Features">Its features, each once.</param>
/// <param name="Unaided">Those that owe nothing to the signs and the verdict of the lexicon.</param>
/// <param name="Judged">What the lexicon alone makes of it.</param>
internal sealed record Example(CorpusLine Line, int Meaning, uint[] Features, uint[] Unaided, Understood Judged)
{
    /// <summary>Reads the features of every line.</summary>
    public static IReadOnlyList<Example> Of(IEnumerable<CorpusLine> lines)
    {
        var lexicon = new LexiconUnderstanding();
        return
        [
            .. lines.Select(line =>
            {
                var (found, verdict) = lexicon.Judge(line.Text, line.Asked);
                return new Example(line, Dialogs.Understanding.Learning.Meaning.Of(line.Intent, line.Subtype), Read(found, verdict, byLexicon: true), Read(found, verdict, byLexicon: false), lexicon.Understand(line.Text, line.Asked));
            }),
        ];
    }

    private static uint[] Read(Findings found, Verdict verdict, bool byLexicon)
    {
        using var bag = new FeatureBag();
        FeatureReader.Read(found, verdict, bag, byLexicon);
        return bag.Hashes.ToArray();
    }
}
