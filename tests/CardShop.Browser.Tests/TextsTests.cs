using System.Text.Json;
using System.Text.RegularExpressions;
using CardShop.Browser.Tests.Infrastructure;

namespace CardShop.Browser.Tests;

public sealed partial class TextsTests
{
    internal static readonly Dictionary<string, string> Chinese = Read("zh-CN");
    internal static readonly Dictionary<string, string> English = Read("en-US");

    [Fact]
    public void Languages_HaveTheSameKeys() => Assert.Equal(Chinese.Keys.Order(), English.Keys.Order());

    [Fact]
    public void Texts_InBothLanguages_FillInTheSamePlaceholders() =>
        Assert.All(Chinese, text => Assert.Equal(Placeholders(text.Value), Placeholders(English[text.Key])));

    [Fact]
    public void Texts_AreNeverEmpty() => Assert.All(Chinese.Values.Concat(English.Values), text => Assert.False(string.IsNullOrWhiteSpace(text)));

    [Fact]
    public void Scripts_AskForTextsThatExist()
    {
        var scripts = Directory.EnumerateFiles(BuiltPaths.SiteFiles, "*.js", SearchOption.AllDirectories).Where(file => !file.Contains("/lib/", StringComparison.Ordinal));
        var asked = scripts.SelectMany(file => TextCalls().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct();

        Assert.All(asked, key => Assert.Contains(key, Chinese.Keys));
    }

    private static Dictionary<string, string> Read(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(BuiltPaths.SiteFiles, "i18n", $"{language}.json")))!;

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).Order();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\bt\('([\w.]+)'")]
    private static partial Regex TextCalls();
}
