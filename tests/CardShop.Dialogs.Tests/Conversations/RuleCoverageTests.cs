using System.Globalization;
using System.Text.RegularExpressions;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>Which rules of the rule book have a conversation script that cites them, and which have not yet.</summary>
public sealed partial class RuleCoverageTests
{
    private static readonly (char Letter, int Last)[] Book = [('T', 10), ('E', 6), ('P', 11), ('G', 4), ('R', 5), ('L', 4), ('H', 4), ('V', 5), ('D', 12)];

    /// <summary>Rules that no script shows: none, and it stays so.</summary>
    private static readonly string[] Without = [];

    [Fact]
    public void EveryRule_HasAScriptThatCitesIt_OrIsNamedHere()
    {
        var cited = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "CardShop.Dialogs.Tests", "Conversations"), "*.cs")
            .Where(file => !file.EndsWith("RuleCoverageTests.cs", StringComparison.Ordinal))
            .SelectMany(file => Cited(File.ReadAllText(file)))
            .ToHashSet();
        var all = Book.SelectMany(part => Enumerable.Range(1, part.Last).Select(at => string.Create(CultureInfo.InvariantCulture, $"{part.Letter}{at}")));

        Assert.Equal(Without.Order(StringComparer.Ordinal), all.Except(cited).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Cited(string text) => Citation().Matches(text).SelectMany(match =>
    {
        var first = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        var last = match.Groups[3].Success ? int.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture) : first;
        return Enumerable.Range(first, Math.Max(1, last - first + 1)).Select(at => string.Create(CultureInfo.InvariantCulture, $"{match.Groups[1].Value}{at}"));
    });

    [GeneratedRegex(@"(?<![\w-])([TEPGRLHVD])(\d{1,2})(?: to [TEPGRLHVD](\d{1,2}))?(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Citation();
}
