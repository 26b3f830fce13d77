using System.Text.Json;
using System.Text.Json.Serialization;

namespace CardShop.Bot.Evidence.Page;

/// <summary>The words of the upload page, Chinese first.</summary>
internal static partial class UploadTexts
{
    /// <summary>Each text in both languages, by its key.</summary>
    public static IReadOnlyDictionary<string, Words> All { get; } = Load();

    /// <summary>A text, with values put in the place of their names.</summary>
    public static string Of(bool isChinese, string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = isChinese ? All[key].Zh : All[key].En;
        foreach (var (name, value) in values)
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return text;
    }

    private static Dictionary<string, Words> Load()
    {
        using var stream = typeof(UploadTexts).Assembly.GetManifestResourceStream("Evidence.upload-texts.json")
            ?? throw new InvalidOperationException("upload-texts.json is not embedded.");
        return JsonSerializer.Deserialize(stream, UploadTextsJson.Default.DictionaryStringWords)
            ?? throw new InvalidOperationException("upload-texts.json is empty.");
    }

    /// <summary>One text in both languages.</summary>
    internal sealed record Words(
        [property: JsonPropertyName("zh-CN"), JsonRequired] string Zh,
        [property: JsonPropertyName("en-US"), JsonRequired] string En);

    [JsonSerializable(typeof(Dictionary<string, Words>))]
    private sealed partial class UploadTextsJson : JsonSerializerContext;
}
