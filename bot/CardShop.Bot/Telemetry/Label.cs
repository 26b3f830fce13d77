using System.Collections.Concurrent;
using System.Text.Json;

namespace CardShop.Bot.Telemetry;

/// <summary>Names as labels have them: lower case, words joined by underscores. Each is made once.</summary>
internal static class Label
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>The kind of something, such as <c>customer_said</c>.</summary>
    public static string OfKind(object something) => Of(something.GetType().Name);

    /// <summary>A value of a closed vocabulary.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Of(value.ToString());

    private static string Of(string name) => Known.GetOrAdd(name, JsonNamingPolicy.SnakeCaseLower.ConvertName);
}
