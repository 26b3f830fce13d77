using CardShop.Dialogs.Understanding;
using CardShop.Dialogs.Understanding.Evaluation;
using CardShop.Dialogs.Understanding.Learning;
using CardShop.Understanding.Model;

namespace CardShop.Bot.Hosting.CommandLine;

/// <summary><c>evaluate FILE</c>: scores a labelled JSON Lines file, and prints accuracy, confusion and the calibration of <c>sure</c>.</summary>
internal static class EvaluateVerb
{
    public static async Task<int> RunAsync(string[] arguments, TextReader _, TextWriter output)
    {
        if (arguments is not [var path])
            throw new SettingException("evaluate", "it takes one file; give the path of a labelled JSON Lines file");
        if (!File.Exists(path))
            throw new SettingException("evaluate", $"there is no file '{path}'; give the path of a labelled JSON Lines file");

        var understanding = new LearnedUnderstanding(TrainedModel.Bytes);
        var evaluation = new Evaluation();
        using var file = File.OpenText(path);
        await foreach (var line in JsonLines.ReadAsync<LabelledLine>(file, path))
            evaluation.Count(line, UnderstoodJson.Of("", understanding.Understand(line.Text, line.Asked, line.Now)));
        evaluation.Write(output);
        return 0;
    }
}
