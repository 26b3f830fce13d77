using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CardShop.Dialogs.Json;

/// <summary>Reads a moment; one without an offset is Asia/Shanghai's (LABELS.md, Times), and never the machine's.</summary>
public sealed class ChinaTimeUnlessTold : JsonConverter<DateTimeOffset>
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <inheritdoc />
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (!DateTime.TryParse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var bare))
            throw new JsonException("A moment is written as 2026-11-22T14:05:00+08:00.");
        return bare.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(bare, China)
            : DateTimeOffset.Parse(reader.GetString()!, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }
}
