using System.Text.Json;
using System.Text.Json.Serialization;

namespace CardShop.Bot.Turns;

/// <summary>News of a case, on its way to the conversation in which its customer has written since (rule R5).</summary>
/// <param name="ConversationId">That conversation.</param>
/// <param name="CaseNumber">The case.</param>
/// <param name="Key">Names the news: told once, however often it is brought.</param>
/// <param name="Text">What was said.</param>
internal sealed partial record NewsElsewhere(string ConversationId, string CaseNumber, string Key, string Text)
{
    /// <summary>For the outbox.</summary>
    public string Write() => JsonSerializer.Serialize(this, NewsElsewhereJson.Default.NewsElsewhere);

    /// <summary>From the outbox.</summary>
    public static NewsElsewhere Read(string written) => JsonSerializer.Deserialize(written, NewsElsewhereJson.Default.NewsElsewhere)!;

    [JsonSerializable(typeof(NewsElsewhere))]
    private sealed partial class NewsElsewhereJson : JsonSerializerContext;
}
