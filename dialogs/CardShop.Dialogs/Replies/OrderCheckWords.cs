using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Replies;

/// <summary>The check before paying in words, for the page and for the chat (rules V1, H2).</summary>
/// <param name="Lines">What is about to be bought, read back in groups.</param>
/// <param name="Findings">What was found, the heaviest first.</param>
/// <param name="Advice">What to do now.</param>
public sealed record OrderCheckWords(IReadOnlyList<ReceiptRow> Lines, IReadOnlyList<string> Findings, string Advice)
{
    /// <summary>Puts the result of a check into words.</summary>
    public static OrderCheckWords Of(CheckedOrder result, Language language)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new OrderCheckWords(
            [.. Rows(result.Planned, language)],
            [.. result.Findings.Select(finding => TextCatalogue.Get(language, "precheck.found." + finding.Name, finding.Facts.ToDictionary(fact => fact.Key, fact => Word(fact, language))))],
            TextCatalogue.Get(language, "precheck.advice." + result.Weight switch
            {
                FindingWeight.Stop => "stop",
                FindingWeight.Missing => "missing",
                FindingWeight.Look => "look",
                _ => "clear",
            }));
    }

    private static IEnumerable<ReceiptRow> Rows(PlannedOrder planned, Language language)
    {
        var goods = string.Join(' ', new[] { planned.Product, planned.Denomination }.Where(part => part is not null));
        foreach (var (name, value) in new[]
        {
            ("account", Grouped(planned.Target.Account)),
            ("phone", Grouped(planned.Target.Phone)),
            ("region", planned.Target.Region),
            ("goods", goods.Length == 0 ? null : planned.Quantity > 1 ? $"{goods} × {planned.Quantity}" : goods),
            ("amount", planned.AmountFen is { } fen ? Formats.Money(fen) : null),
        })
        {
            if (value is not null)
            {
                yield return new ReceiptRow(TextCatalogue.Get(language, "precheck.line." + name), value);
            }
        }
    }

    private static string Word(KeyValuePair<string, string> fact, Language language) =>
        fact.Key == "carrier" ? TextCatalogue.Get(language, "precheck.carrier." + fact.Value) : fact.Value;

    private static string? Grouped(string? value) => value is null ? null : Grouping.Of(value);
}
