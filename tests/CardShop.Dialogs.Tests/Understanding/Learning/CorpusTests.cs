using System.Text.Json;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Understanding;
using CardShop.Dialogs.Understanding.Evaluation;

namespace CardShop.Dialogs.Tests.Understanding.Learning;

/// <summary>The corpus is labelled as LABELS.md has it, as far as that can be seen without understanding: a label that contradicts itself would be learned.</summary>
public sealed class CorpusTests
{
    private static readonly string[] Names = ["product", "region", "account"];

    [Fact]
    public void Lines_OfTheCorpus_ContradictThemselvesNowhere()
    {
        var lines = Lines().ToList();

        Assert.True(lines.Count > 5_000);
        Assert.Empty(lines.SelectMany(line => Complaints(line.Label).Select(complaint => $"{line.Where}: {complaint}")));
    }

    [Fact]
    public void Writer_SaysNothingTwice() =>
        Assert.Empty(Lines().GroupBy(line => (line.File, line.Label.Text)).Where(same => same.Count() > 1).Select(same => $"{same.Key.File}: {same.Key.Text}"));

    [Fact]
    public void WritersHeldBack_AreNotInTheCorpus() =>
        Assert.Empty(Files("HeldBack").Select(Path.GetFileName).Intersect(Files("Corpus").Select(Path.GetFileName)));

    private static IEnumerable<string> Complaints(LabelledLine line)
    {
        if (line.Subtype is not null && line.Intent != Intent.ReportError)
            yield return "only a report has a subtype";
        if (line.Also is { Count: > 0 } && line.Subtype is null)
            yield return "what else went wrong needs something that went wrong first";
        if (line is { PaidAt: not null, PaidFrom: not null } || line.PaidFrom is null != line.PaidTo is null)
            yield return "a time is a point or a stretch";
        if ((line.PaidAt ?? line.PaidTo) is { } paid && (line.Now is not { } now || paid > now || line.PaidFrom > line.PaidTo))
            yield return "a time of payment lies before a now";
        foreach (var (key, value) in line.Entities ?? [])
        {
            if (Names.Any(name => key.StartsWith(name, StringComparison.Ordinal)) && !Plain(line.Text).Contains(Plain(value!.ToString()), StringComparison.OrdinalIgnoreCase))
                yield return $"{key} is not in the text as typed";
            if (key.StartsWith("phone", StringComparison.Ordinal) && value!.ToString() is not { Length: 11 })
                yield return $"{key} is 11 digits";
        }
    }

    private static string Plain(string text) => string.Concat(text.Where(one => !char.IsWhiteSpace(one) && one is not ('-' or '–' or '—')));

    private static IEnumerable<(string File, string Where, LabelledLine Label)> Lines() => Files("Corpus").Concat(Files("HeldBack")).SelectMany(file => File.ReadLines(file)
        .Select((line, index) => (file, $"{Path.GetFileName(file)} line {index + 1}", JsonSerializer.Deserialize<LabelledLine>(line, DialogsJson.House)!)));

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "dialogs", "CardShop.Understanding.Trainer", folder), "*.jsonl").Order(StringComparer.Ordinal);
}
