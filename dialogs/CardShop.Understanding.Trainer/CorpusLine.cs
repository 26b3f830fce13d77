using System.Text.Json;
using System.Text.Json.Nodes;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Understanding;

namespace CardShop.Understanding.Trainer;

/// <summary>One labelled message of the corpus.</summary>
/// <param name="Writer">Who wrote it.</param>
/// <param name="Text">As typed.</param>
/// <param name="Asked">What had been asked.</param>
/// <param name="Intent">What it is.</param>
/// <param name="Subtype">What went wrong.</param>
/// <param name="Entities">What is named.</param>
internal sealed record CorpusLine(int Writer, string Text, Asks? Asked, Intent Intent, Problem? Subtype, JsonObject? Entities = null)
{
    private static readonly JsonSerializerOptions Options = new(DialogsJson.CreateHouse()) { TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() };

    /// <summary>Reads every writer's file of a folder, in the order of their names.</summary>
    public static IReadOnlyList<CorpusLine> ReadFolder(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(file =>
            File.ReadLines(file).Where(line => line.Length > 0)
                .Select(line => JsonSerializer.Deserialize<CorpusLine>(line, Options)!)),
    ];
}
