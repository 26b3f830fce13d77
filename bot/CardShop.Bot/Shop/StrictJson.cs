using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CardShop.ShopContract;

namespace CardShop.Bot.Shop;

/// <summary>
/// Reads the shop's answers as the contract has them, and no other way: what it requires must be there, for an order without its payment state is not an
/// unpaid one. Fields that nobody knows are let be, so that the contract can grow.
/// </summary>
internal static class StrictJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = ShopJson.CreateContract();
        options.RespectNullableAnnotations = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Insert(0, new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.TypeInfoResolver = options.TypeInfoResolver!.WithAddedModifier(RequireWhatCanNotBeNull);
        return options;
    }

    private static void RequireWhatCanNotBeNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null))
        {
            property.IsRequired |= !CanBeNull(property) && property.AssociatedParameter is not { HasDefaultValue: true };
        }
    }

    private static bool CanBeNull(JsonPropertyInfo property) =>
        property.PropertyType.IsValueType ? Nullable.GetUnderlyingType(property.PropertyType) is not null : property.IsSetNullable;
}
