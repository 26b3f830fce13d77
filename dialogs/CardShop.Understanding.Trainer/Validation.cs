using System.Globalization;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding;
using CardShop.Dialogs.Understanding.Learning;

namespace CardShop.Understanding.Trainer;

/// <summary>Tries the classifier on whole writers that it was not trained on: within one writer's lines any figure flatters.</summary>
internal static class Validation
{
    private const int Folds = 5;

    private sealed record Guess(Example Example, int Meaning, float Odds)
    {
        public bool IsRight => Meaning == Example.Meaning;

        public bool LexiconAgrees =>
            Dialogs.Understanding.Learning.Meaning.Of(Example.Judged.Intent, Example.Judged.Problem) == Meaning;
    }

    /// <summary>Leaves out a fifth of the writers at a time, and prints the figures of each writer and of all.</summary>
    public static void Run(IReadOnlyList<Example> examples, TextWriter output)
    {
        var guesses = new List<Guess>();
        foreach (var fold in examples.GroupBy(example => example.Line.Writer % Folds))
        {
            using var trained = new MemoryStream();
            Classifier.Train([.. examples.Where(example => example.Line.Writer % Folds != fold.Key)], trained);
            var model = new IntentModel(new ModelReader(trained.ToArray()));
            guesses.AddRange(fold.Select(example => GuessAt(example, model)));
        }

        foreach (var writer in guesses.GroupBy(guess => guess.Example.Line.Writer).OrderBy(writer => writer.Key))
            Report($"writer {writer.Key}", [.. writer], output);
        Report("all", guesses, output);
        Line(output, $"by the lexicon alone: intent {Share(guesses, guess => guess.Example.Judged.Intent == guess.Example.Line.Intent):P1}");
        foreach (var odds in new[] { 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98 })
            ReportSure(odds, guesses, output);
        foreach (var confused in guesses.Where(guess => !guess.IsRight).GroupBy(guess => (guess.Example.Meaning, guess.Meaning)).OrderByDescending(pair => pair.Count()).Take(30))
            Line(output, $"{confused.Count(),4} {Name(confused.Key.Item1)} taken for {Name(confused.Key.Item2)}");
    }

    private static void Report(string name, List<Guess> guesses, TextWriter output)
    {
        var reports = guesses.FindAll(guess => guess.Example.Line.Intent == Intent.ReportError);
        var intent = Share(guesses, guess => Meaning.IntentOf(guess.Meaning) == guess.Example.Line.Intent);
        var type = Share(reports, guess => Type(Meaning.ProblemOf(guess.Meaning)) == Type(guess.Example.Line.Subtype));
        Line(output, $"{name}: {guesses.Count} lines, intent {intent:P1}, of reports the type {type:P1} and subtype {Share(reports, guess => guess.IsRight):P1}");
    }

    private static void ReportSure(double odds, List<Guess> guesses, TextWriter output)
    {
        var sure = guesses.FindAll(guess => guess.Odds >= odds);
        var agreed = sure.FindAll(guess => guess.LexiconAgrees);
        var rest = sure.FindAll(guess => !guess.LexiconAgrees);
        Line(output, $"from odds {odds:0.00}: {sure.Count / (double)guesses.Count:P1} of all, {Share(sure, guess => guess.IsRight):P1} right; where the lexicon agrees {agreed.Count / (double)guesses.Count:P1}, {Share(agreed, guess => guess.IsRight):P1} right; where not {rest.Count / (double)guesses.Count:P1}, {Share(rest, guess => guess.IsRight):P1} right");
    }

    private static ErrorType? Type(Problem? problem) => problem is { } told ? ErrorTypes.Of(told) : null;

    private static Guess GuessAt(Example example, IntentModel model)
    {
        var (meaning, odds) = model.MostLikely(example.Features);
        return new Guess(example, meaning, odds);
    }

    private static double Share(List<Guess> guesses, Predicate<Guess> which) => guesses.Count == 0 ? 0 : guesses.FindAll(which).Count / (double)guesses.Count;

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static string Name(int meaning) => Meaning.ProblemOf(meaning) is { } problem ? problem.ToString() : Meaning.IntentOf(meaning).ToString();
}
