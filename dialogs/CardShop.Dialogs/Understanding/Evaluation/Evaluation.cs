using System.Globalization;
using CardShop.Dialogs.Cases;

namespace CardShop.Dialogs.Understanding.Evaluation;

/// <summary>Scores what messages were understood as against their labels, and writes the figures as a report.</summary>
public sealed class Evaluation
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    private readonly Tally _intent = new();
    private readonly Tally _type = new();
    private readonly Tally _subtype = new();
    private readonly Tally _also = new();
    private readonly Tally _sure = new();
    private readonly Tally _time = new();
    private readonly Tally _timeTold = new();
    private readonly EntityTally _entities = new();
    private readonly SortedDictionary<(Intent Labelled, Intent Told), int> _confusion = [];
    private readonly Tally[] _bands = [.. Enumerable.Range(0, 10).Select(_ => new Tally())];

    /// <summary>Counts one line.</summary>
    public void Count(LabelledLine line, UnderstoodJson told)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(told);
        var right = line.Intent == told.Intent && line.Subtype == told.Subtype;
        _intent.Count(line.Intent == told.Intent);
        _confusion[(line.Intent, told.Intent)] = _confusion.GetValueOrDefault((line.Intent, told.Intent)) + 1;
        if (line.Intent == Intent.ReportError)
        {
            _type.Count(line.Intent == told.Intent && Type(line) == told.ErrorType);
            _subtype.Count(right);
            _also.Count((line.Also ?? []).ToHashSet().SetEquals(told.Also));
        }

        _bands[Math.Clamp((int)(told.Confidence * 10), 0, 9)].Count(right);
        if (told.Sure)
            _sure.Count(right);
        _entities.Count(line.Entities, told.Entities);
        if (line.Now is not null)
            CountTime(line, told);
    }

    /// <summary>Writes the figures, the confusion matrix as its pairs, and the calibration of <c>sure</c>.</summary>
    public void Write(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Line(output, $"messages            {_intent.All}");
        Line(output, $"intent              {_intent.Share:P2}");
        Line(output, $"error type          {_type.Share:P2} of {_type.All} reports");
        Line(output, $"subtype             {_subtype.Share:P2}");
        Line(output, $"also                {_also.Share:P2}");
        Line(output, $"sure                {(_intent.All == 0 ? 0 : _sure.All / (double)_intent.All):P2} of all, {_sure.Share:P2} of them right");
        Line(output, $"time of payment     {_time.Share:P2} of {_time.All} lines with a now; {_timeTold.Share:P2} of {_timeTold.All} that tell one");
        Line(output, $"entities            F1 {_entities.F1:0.000}, precision {_entities.Precision:0.000}, recall {_entities.Recall:0.000}");
        Line(output, $"");
        Line(output, $"confidence          right    of");
        for (var band = 0; band < _bands.Length; band++)
            Line(output, $"{band / 10.0:0.0} to {(band + 1) / 10.0:0.0}          {_bands[band].Share,7:P1} {_bands[band].All,5}");
        Line(output, $"");
        Line(output, $"labelled            understood as        times");
        foreach (var ((labelled, told), times) in _confusion.OrderBy(pair => pair.Key.Labelled).ThenByDescending(pair => pair.Value))
            Line(output, $"{labelled,-20}{told,-20}{times,6}");
    }

    private static ErrorType? Type(LabelledLine line) => line.Subtype is { } subtype ? ErrorTypes.Of(subtype) : null;

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static bool Same(DateTimeOffset? labelled, DateTimeOffset? told) =>
        labelled is null == told is null && (labelled is null || (labelled - told)!.Value.Duration() <= Tolerance);

    private void CountTime(LabelledLine line, UnderstoodJson told)
    {
        var right = Same(line.PaidAt, told.PaidAt) && Same(line.PaidFrom, told.PaidFrom) && Same(line.PaidTo, told.PaidTo);
        _time.Count(right);
        if (line.PaidAt is not null || line.PaidFrom is not null)
            _timeTold.Count(right);
    }
}
