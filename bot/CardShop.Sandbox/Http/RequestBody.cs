using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CardShop.Sandbox.Http;

/// <summary>Reads a request's body once, whole and bounded: the signature is over its bytes, and the handler reads JSON from the same bytes.</summary>
internal static class RequestBody
{
    private const int MaxBytes = 64 * 1024;

    public static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(this HttpContext http)
    {
        if (http.Items.TryGetValue(typeof(RequestBody), out var read) && read is ReadOnlyMemory<byte> known)
        {
            return known;
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[8 * 1024];
        int count;
        while ((count = await http.Request.Body.ReadAsync(chunk, http.RequestAborted)) > 0)
        {
            if (buffer.Length + count > MaxBytes)
            {
                throw new ProblemException(413, "too_large", "The body is larger than 64 KB.");
            }

            buffer.Write(chunk, 0, count);
        }

        ReadOnlyMemory<byte> bytes = buffer.ToArray();
        http.Items[typeof(RequestBody)] = bytes;
        return bytes;
    }

    public static async Task<T> ReadAsync<T>(this HttpContext http)
        where T : class
    {
        if (!http.Request.HasJsonContentType())
        {
            throw ProblemException.Invalid("The content type must be application/json.");
        }

        var bytes = await http.ReadBytesAsync();
        try
        {
            return JsonSerializer.Deserialize<T>(bytes.Span, SandboxJson.Shop) ?? throw ProblemException.Invalid("The body must be a JSON object.");
        }
        catch (JsonException broken)
        {
            throw ProblemException.Invalid(Explain(broken));
        }
    }

    /// <summary>Where it is wrong, without the names of our types that the exception's own message carries.</summary>
    private static string Explain(JsonException broken) => broken.Path is { Length: > 1 } path
        ? $"The body is not as agreed at {path}."
        : "The body is not JSON as agreed, or a required field is missing.";
}
