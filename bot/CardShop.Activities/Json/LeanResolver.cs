using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CardShop.Activities.Json;

/// <summary>Leaves empty collections out of what is written: clients take <c>[]</c> for "there is something", and every byte is sent to everybody.</summary>
internal sealed class LeanResolver(IJsonTypeInfoResolver inner) : IJsonTypeInfoResolver
{
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        var info = inner.GetTypeInfo(type, options);

        // The list of replies is the answer itself, empty or not.
        if (info is { Kind: JsonTypeInfoKind.Object } && type != typeof(ExpectedReplies))
        {
            foreach (var property in info.Properties.Where(property => !property.IsExtensionData && IsCollection(property.PropertyType)))
            {
                property.ShouldSerialize = (_, value) => value is ICollection { Count: > 0 };
            }
        }

        return info;
    }

    private static bool IsCollection(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);
}
