using System.Text.Json;

namespace CardShop.Desk.Shell;

/// <summary>Lines of the audit record in words.</summary>
internal static class AuditText
{
    private static readonly string[] Vocabularies = ["remedy", "outcome", "link", "paper", "mode", "role"];

    /// <summary>The further facts of a line, each with its name.</summary>
    public static string Of(DeskWords words, string? data)
    {
        if (data is null)
        {
            return "";
        }

        using var facts = JsonDocument.Parse(data);
        return string.Join(words["semicolon"], facts.RootElement.EnumerateObject().Select(fact => words.Fill("audit.fact", words.Or($"data.{fact.Name}", fact.Name), Value(words, fact.Value))));
    }

    private static string Value(DeskWords words, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => words["yes"],
        JsonValueKind.False => words["no"],
        _ when Vocabularies.FirstOrDefault(vocabulary => words.Knows($"{vocabulary}.{value}")) is { } vocabulary => words[$"{vocabulary}.{value}"],
        _ => value.ToString(),
    };
}
