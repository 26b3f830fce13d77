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

    public string this[string key] => (IsChinese ? InChinese : InEnglish).Value.TryGetValue(key, out var word) ? word : key;

    public void Speak(string? language) => Language = language == English ? English : Chinese;

    /// <summary>The word for a value of a vocabulary, such as <c>path.InstantCancel</c>.</summary>
    public string Of<T>(string vocabulary, T value) => this[$"{vocabulary}.{value}"];

    public string Fill(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    internal static IReadOnlyDictionary<string, string> Load(string language)
    {
        using var words = typeof(DeskWords).Assembly.GetManifestResourceStream($"Desk.{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(words)!;
    }
}
