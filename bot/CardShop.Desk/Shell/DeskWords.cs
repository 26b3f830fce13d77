using System.Globalization;
using System.Text.Json;

namespace CardShop.Desk.Shell;

/// <summary>The desk's words in the language of whoever sits there.</summary>
internal sealed class DeskWords
{
    public const string Chinese = "zh-CN";
    public const string English = "en";
    public const string Cookie = "desk-language";

    private static readonly Lazy<IReadOnlyDictionary<string, string>> InChinese = new(() => Load(Chinese));
    private static readonly Lazy<IReadOnlyDictionary<string, string>> InEnglish = new(() => Load(English));

    public string Language { get; private set; } = Chinese;

    public bool IsChinese => Language == Chinese;

    private IReadOnlyDictionary<string, string> Spoken => (IsChinese ? InChinese : InEnglish).Value;

    public string this[string key] => Or(key, key);

    /// <summary>Whether there is a word.</summary>
    public bool Knows(string key) => Spoken.ContainsKey(key);

    /// <summary>The word, or what is to stand there where there is none.</summary>
    public string Or(string key, string otherwise) => Spoken.GetValueOrDefault(key, otherwise);

    public void Speak(string? language) => Language = language == English ? English : Chinese;

    /// <summary>The word for a value of a vocabulary, such as <c>path.InstantCancel</c>.</summary>
    public string Of<T>(string vocabulary, T value) => this[$"{vocabulary}.{value}"];

    /// <summary>A channel as people call it; one that has no word here by its own name.</summary>
    public string Channel(string channel) => Or($"channel.{channel}", channel);

    public string Fill(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>For the console, whose reader's language is not known: Chinese first, English on the next line.</summary>
    public static string InBoth(string key, params object?[] values) =>
        string.Join(Environment.NewLine, new[] { InChinese, InEnglish }.Select(words => string.Format(CultureInfo.InvariantCulture, words.Value[key], values)));

    internal static IReadOnlyDictionary<string, string> Load(string language)
    {
        using var words = typeof(DeskWords).Assembly.GetManifestResourceStream($"Desk.{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(words)!;
    }
}
