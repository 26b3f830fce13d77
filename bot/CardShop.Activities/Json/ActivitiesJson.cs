using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CardShop.Activities.Json;

/// <summary>The Bot Framework's JSON, generated at build: camelCase, nulls and empty collections left out.</summary>
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonValue))]
public sealed partial class ActivitiesJson : JsonSerializerContext
{
    /// <summary>The one contract of the protocol.</summary>
    public static JsonSerializerOptions Protocol { get; } = CreateProtocol();

    private static JsonSerializerOptions CreateProtocol()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new LeanResolver(new ActivitiesJson()),
        };
        options.MakeReadOnly();
        return options;
    }
}
