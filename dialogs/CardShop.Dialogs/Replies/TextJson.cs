using System.Text.Json.Serialization;

namespace CardShop.Dialogs.Replies;

/// <summary>The form of the text catalogue's files: one flat object.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class TextJson : JsonSerializerContext;
