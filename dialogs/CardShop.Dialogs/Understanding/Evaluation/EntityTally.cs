using System.Text.Json;
using System.Text.Json.Nodes;
using CardShop.Dialogs.Json;

namespace CardShop.Dialogs.Understanding.Evaluation;

/// <summary>Named things found, missed and imagined: a value counts only where its key and its value are both right.</summary>
internal sealed class EntityTally
{
    private int _found;
    private int _expected;
    private int _told;

    public double Precision => _told == 0 ? 1 : _found / (double)_told;

    public double Recall => _expected == 0 ? 1 : _found / (double)_expected;

    /// <summary>The harmonic mean of both, over all values (micro F1).</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public void Count(JsonObject? expected, EntitiesJson told)
    {
        var wanted = Values(expected).ToHashSet();
        var given = Values(JsonSerializer.SerializeToNode(told, DialogsJson.House)!.AsObject()).ToHashSet();
        _expected += wanted.Count;
        _told += given.Count;
        _found += wanted.Intersect(given).Count();
    }

    private static IEnumerable<(string Key, string Value)> Values(JsonObject? entities) => entities is null
        ? []
        : entities.SelectMany(pair => pair.Value is JsonArray several ? several.Select(one => (pair.Key, Plain(one))) : [(pair.Key, Plain(pair.Value))]);

    /// <summary>Numbers by their value: 30 and 30.0 are the same amount.</summary>
    private static string Plain(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number
        ? value.GetValue<decimal>().ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)
        : value?.ToString() ?? "";
}
