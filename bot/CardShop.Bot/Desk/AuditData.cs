using System.Text.Json;
using System.Text.Json.Serialization;
using CardShop.Desk.Services;

namespace CardShop.Bot.Desk;

/// <summary>The further facts of a line of the audit record.</summary>
internal sealed record AuditData
{
    public string? To { get; init; }

    public string? Piece { get; init; }

    public string? Reason { get; init; }

    public string? What { get; init; }

    public string? From { get; init; }

    public bool? CustomerAgreed { get; init; }

    /// <summary>As it is stored.</summary>
    public string Json => JsonSerializer.Serialize(this, AuditDataJson.Default.AuditData);

    /// <summary>Somebody else gets it.</summary>
    public static string ForReceiver(AgentIdentity to) => new AuditData { To = to.DisplayName }.Json;
}

/// <summary>The JSON form of further facts.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(AuditData))]
internal sealed partial class AuditDataJson : JsonSerializerContext;
