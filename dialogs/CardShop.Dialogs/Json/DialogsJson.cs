using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;
using CardShop.Dialogs.Understanding.Evaluation;

namespace CardShop.Dialogs.Json;

/// <summary>The one JSON form of the core's records: camelCase names, snake_case values, nulls left out, generated at build.</summary>
[JsonSerializable(typeof(ConversationState))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(CaseView))]
[JsonSerializable(typeof(CaseEvent))]
[JsonSerializable(typeof(ShopCommand))]
[JsonSerializable(typeof(CommandResult))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Capabilities))]
[JsonSerializable(typeof(Refund))]
[JsonSerializable(typeof(TargetCheck))]
[JsonSerializable(typeof(MessageToUnderstand))]
[JsonSerializable(typeof(UnderstoodJson))]
[JsonSerializable(typeof(LabelledLine))]
[JsonSerializable(typeof(EntitiesJson))]
public sealed partial class DialogsJson : JsonSerializerContext
{
    /// <summary>The options that everything in the house starts from.</summary>
    public static JsonSerializerOptions House { get; } = CreateHouse();

    /// <summary>A fresh copy of the house's options, to which another assembly adds its own generated types.</summary>
    public static JsonSerializerOptions CreateHouse() => new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },

        // Not Default: whether that is set yet when House is depends on the order of the generated files.
        TypeInfoResolverChain = { new DialogsJson() },
    };
}
