using System.Globalization;
using System.Text.RegularExpressions;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>Each rule of the rule book has a conversation script that shows it: a test whose own summary cites the rule. To be named in passing is not enough.</summary>
public sealed partial class RuleCoverageTests
{
    private static readonly (char Letter, int Last)[] Book = [('T', 10), ('E', 6), ('P', 11), ('G', 4), ('R', 5), ('L', 4), ('H', 4), ('V', 5), ('D', 12)];

    private static IEnumerable<string> Rules => Book.SelectMany(part => Enumerable.Range(1, part.Last).Select(at => Name(part.Letter, at)));

    private static string Scripts => string.Join('\n', Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "CardShop.Dialogs.Tests", "Conversations"), "*.cs")
        .Where(file => !file.EndsWith("RuleCoverageTests.cs", StringComparison.Ordinal))
        .Select(File.ReadAllText));

    [Fact]
    public void EveryRule_HasAScriptThatShowsIt() => Assert.Empty(Rules.Except(Cited(Scripts)));

    /// <summary>The check itself: a rule whose one citation is gone, or stands anywhere but above a test, is missed.</summary>
    [Theory]
    [InlineData("    /// <summary>G4: the deadline is visible.</summary>\n    [Fact]\n    public void Test()", true)]
    [InlineData("    /// <summary>The window (G1 to G4).</summary>\n    [Theory]\n", true)]
    [InlineData("/// <summary>The window (G1 to G4).</summary>\npublic sealed class WindowTests", false)]
    [InlineData("    [Fact]\n    public void Test() => Say(\"window\", [\"G4\"]);", false)]
    [InlineData("    /// <summary>G40, AG4, G4x: none of them is that rule.</summary>\n    [Fact]\n", false)]
    public void Citation_CountsAboveATestOnly(string text, bool counts) => Assert.Equal(counts, Cited(text).Contains("G4"));

    private static HashSet<string> Cited(string text) => [.. Summary().Matches(text).SelectMany(summary => Citation().Matches(summary.Value)).SelectMany(match =>
    {
        var first = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        var last = match.Groups[3].Success ? int.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture) : first;
        return Enumerable.Range(first, Math.Max(1, last - first + 1)).Select(at => Name(match.Groups[1].Value[0], at));
    })];

    private static string Name(char letter, int number) => string.Create(CultureInfo.InvariantCulture, $"{letter}{number}");

    /// <summary>What stands above a test.</summary>
    [GeneratedRegex(@"^ +/// .*\r?\n(?: +/// .*\r?\n)*(?= +\[(?:Fact|Theory))", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Summary();

    [GeneratedRegex(@"(?<![\w-])([TEPGRLHVD])(\d{1,2})(?: to [TEPGRLHVD](\d{1,2}))?(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Citation();
}
