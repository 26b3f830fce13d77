using CardShop.Dialogs.Understanding;
using CardShop.Dialogs.Understanding.Learning;

namespace CardShop.Understanding.Trainer;

/// <summary>A message as the classifier sees it.</summary>
/// <param name="Line">The message.</param>
/// <param name="Meaning">Its class.</param>
/// <param name="Features">Its features, each once.</param>
/// <param name="Judged">What the lexicon alone makes of it.</param>
internal sealed record Example(CorpusLine Line, int Meaning, uint[] Features, Understood Judged)
{
    /// <summary>Reads the features of every line.</summary>
    public static IReadOnlyList<Example> Of(IEnumerable<CorpusLine> lines)
    {
        var lexicon = new LexiconUnderstanding();
        return
        [
            .. lines.Select(line =>
            {
                using var bag = new FeatureBag();
                var (found, verdict) = lexicon.Judge(line.Text, line.Asked);
                FeatureReader.Read(found, verdict, bag);
                return new Example(line, Dialogs.Understanding.Learning.Meaning.Of(line.Intent, line.Subtype), bag.Hashes.ToArray(), lexicon.Understand(line.Text, line.Asked));
            }),
        ];
    }
}
