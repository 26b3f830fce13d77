using System.Text.Json;
using System.Text.RegularExpressions;
using CardShop.Dialogs.Cases;
using CardShop.Testing;

namespace CardShop.Bot.Tests.Desk;

/// <summary>The desk's words: each in both languages, and none that a page asks for is missing.</summary>
public sealed partial class DeskWordsTests
{
    private static readonly string Desk = Path.Combine(Repository.Root, "bot", "CardShop.Desk");

    [Fact]
    public void BothLanguages_HaveTheSameWords_AndNoneIsEmpty()
    {
        var (chinese, english) = (Read("zh-CN"), Read("en"));

        Assert.Equal(chinese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(chinese.Concat(english), word => Assert.False(string.IsNullOrWhiteSpace(word.Value), word.Key));
    }

    [Fact]
    public void EveryWordThatAPageNames_IsThere()
    {
        var words = Read("zh-CN");
        var named = Directory.EnumerateFiles(Desk, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));

        Assert.Empty(named.Except(words.Keys));
    }

    [Fact]
    public void EveryEventProblemAndOutcome_HasAWord()
    {
        var words = Read("en").Keys;
        var events = typeof(CaseEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseEvent))).Select(type => $"event.{type.Name}").Concat(["event.CommandAnswered", "event.DocumentsTaken", "event.DocumentsTurnedAway"]);
        var vocabulary = Enum.GetNames<Problem>().Select(name => $"problem.{name}").Concat(Enum.GetNames<Outcome>().Select(name => $"outcome.{name}"));

        Assert.Empty(events.Concat(vocabulary).Except(words));
    }

    private static Dictionary<string, string> Read(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Desk, "Words", language + ".json")))!;

    [GeneratedRegex("""(?:[Ww]ords\[|Fill\()"([\w.]+)"[\],]""", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
