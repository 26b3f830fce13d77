using System.Text.Json;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Understanding;
using CardShop.Dialogs.Understanding.Evaluation;
using Scores = CardShop.Dialogs.Understanding.Evaluation.Evaluation;

namespace CardShop.Dialogs.Tests.Understanding.Evaluation;

public sealed class EvaluationTests
{
    [Fact]
    public void Report_CountsIntentsTypesSubtypesAndSureness()
    {
        var scores = new Scores();
        scores.Count(Labelled("""{"text":"a","intent":"report_error","subtype":"wrong_phone"}"""), Told("report_error", "wrong_phone", sure: true));
        scores.Count(Labelled("""{"text":"b","intent":"report_error","subtype":"wrong_phone"}"""), Told("report_error", "wrong_account", sure: true));
        scores.Count(Labelled("""{"text":"c","intent":"greeting"}"""), Told("report_error", null, sure: false));
        scores.Count(Labelled("""{"text":"d","intent":"greeting"}"""), Told("greeting", null, sure: false));

        var report = Written(scores);

        Assert.Contains("intent              75.00 %", report, StringComparison.Ordinal);
        Assert.Contains("error type          100.00 % of 2 reports", report, StringComparison.Ordinal);
        Assert.Contains("subtype             50.00 %", report, StringComparison.Ordinal);
        Assert.Contains("sure                50.00 % of all, 50.00 % of them right", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_CountOnlyWithKeyAndValue()
    {
        var scores = new Scores();
        scores.Count(
            Labelled("""{"text":"a","intent":"answer","entities":{"amountFrom":100,"amountTo":10,"orderNo":["A1","A2"]}}"""),
            Told("answer", null, sure: true, """{"amountFrom":100.0,"amount":10,"orderNo":["A2","A1"]}"""));

        Assert.Contains("F1 0.750, precision 0.750, recall 0.750", Written(scores), StringComparison.Ordinal);
    }

    [Fact]
    public void Times_AreRightWithinAMinute_AndNoneIsRightForNone()
    {
        var scores = new Scores();
        scores.Count(Labelled("""{"text":"a","intent":"answer","now":"2026-11-22T10:00:00+08:00","paidAt":"2026-11-22T09:30:00+08:00"}"""), Told("answer", null, sure: true, paidAt: "2026-11-22T01:30:40Z"));
        scores.Count(Labelled("""{"text":"b","intent":"answer","now":"2026-11-22T10:00:00+08:00","paidAt":"2026-11-22T09:30:00+08:00"}"""), Told("answer", null, sure: true));
        scores.Count(Labelled("""{"text":"c","intent":"answer","now":"2026-11-22T10:00:00+08:00"}"""), Told("answer", null, sure: true));

        Assert.Contains("time of payment     66.67 % of 3 lines with a now; 50.00 % of 2", Written(scores), StringComparison.Ordinal);
    }

    private static LabelledLine Labelled(string line) => JsonSerializer.Deserialize<LabelledLine>(line, DialogsJson.House)!;

    private static UnderstoodJson Told(string intent, string? subtype, bool sure, string entities = "{}", string? paidAt = null)
    {
        var problem = subtype is null ? (Problem?)null : JsonSerializer.Deserialize<Problem>($"\"{subtype}\"", DialogsJson.House);
        return new UnderstoodJson
        {
            Id = "1",
            Intent = JsonSerializer.Deserialize<Intent>($"\"{intent}\"", DialogsJson.House),
            Subtype = problem,
            ErrorType = problem is { } known ? ErrorTypes.Of(known) : null,
            Also = [],
            Confidence = sure ? 0.95 : 0.4,
            Sure = sure,
            PaidAt = paidAt is null ? null : DateTimeOffset.Parse(paidAt, System.Globalization.CultureInfo.InvariantCulture),
            Entities = JsonSerializer.Deserialize<EntitiesJson>(entities, DialogsJson.House)!,
        };
    }

    private static string Written(Scores scores)
    {
        using var output = new StringWriter();
        scores.Write(output);
        return output.ToString();
    }
}
