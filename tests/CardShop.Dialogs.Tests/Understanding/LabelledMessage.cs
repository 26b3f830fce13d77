using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Tests.Understanding;

/// <summary>A message and what it means, from the tables under Messages. What a row leaves out is not looked at, the subtypes excepted.</summary>
public sealed record LabelledMessage(
    string Text, Intent Intent, Asks? Asked = null, Problem? Subtype = null, IReadOnlyList<Problem>? Also = null, bool? Sure = null, Remedy? Remedy = null, JsonObject? Entities = null)
{
    public static JsonSerializerOptions Options { get; } = new(DialogsJson.CreateHouse()) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    static LabelledMessage() => Options.TypeInfoResolverChain.Add(LabelledJson.Default);

    public static IEnumerable<LabelledMessage> ReadAll(string table)
    {
        using var stream = typeof(LabelledMessage).Assembly.GetManifestResourceStream($"CardShop.Dialogs.Tests.Understanding.Messages.{table}.jsonl")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
                yield return JsonSerializer.Deserialize<LabelledMessage>(line, Options)!;
        }
    }
}

[JsonSerializable(typeof(LabelledMessage))]
internal sealed partial class LabelledJson : JsonSerializerContext;
