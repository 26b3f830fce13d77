using System.Text.Json;
using System.Text.Json.Serialization;

namespace CardShop.Bot.Channels.Problems;

/// <summary>The sentences of <see cref="ChannelProblem"/>s. Whose language the reader speaks is unknown here: both are said, Chinese first.</summary>
internal static partial class ProblemTexts
{
    /// <summary>The sentence for each code.</summary>
    public static IReadOnlyDictionary<string, Sentence> All { get; } = Load();

    /// <summary>What to say for a code.</summary>
    public static string Of(string code) => $"{All[code].Zh} {All[code].En}";

    private static Dictionary<string, Sentence> Load()
    {
        using var stream = typeof(ProblemTexts).Assembly.GetManifestResourceStream("Channels.problems.json")
            ?? throw new InvalidOperationException("problems.json is not embedded.");
        return JsonSerializer.Deserialize(stream, TextsJson.Default.DictionaryStringSentence)
            ?? throw new InvalidOperationException("problems.json is empty.");
    }

    /// <summary>One sentence in both languages.</summary>
    internal sealed record Sentence(
        [property: JsonPropertyName("zh-CN"), JsonRequired] string Zh,
        [property: JsonPropertyName("en-US"), JsonRequired] string En);

    [JsonSerializable(typeof(Dictionary<string, Sentence>))]
    private sealed partial class TextsJson : JsonSerializerContext;
}
