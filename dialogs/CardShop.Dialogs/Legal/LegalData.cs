using System.Text.Json;
using System.Text.Json.Serialization;

namespace CardShop.Dialogs.Legal;

/// <summary>Reads the data files of this folder, which are built into the assembly.</summary>
internal static class LegalData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>The content of a file, by its name.</summary>
    public static T Read<T>(string file)
    {
        using var stream = typeof(LegalData).Assembly.GetManifestResourceStream($"CardShop.Dialogs.Legal.{file}")
            ?? throw new InvalidOperationException($"The assembly lacks {file}.");
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidOperationException($"{file} is empty.");
    }
}
