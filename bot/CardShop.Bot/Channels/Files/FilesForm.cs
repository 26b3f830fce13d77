using System.Diagnostics.CodeAnalysis;
using System.Text;
using CardShop.Bot.Evidence;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CardShop.Bot.Channels.Files;

/// <summary>A multipart form with files, read part by part: nothing is buffered on the way, and nothing that is too much is kept.</summary>
internal sealed class FilesForm(EvidenceBatch batch)
{
    /// <summary>The largest field that is no file, in bytes.</summary>
    private const int MaxField = 256 * 1024;

    /// <summary>More files are not even counted.</summary>
    private const int MostListed = 100;

    /// <summary>The longest boundary that RFC 2046 allows.</summary>
    private const int MaxBoundary = 70;

    /// <summary>Whether the fields before a file allow it to be taken: what they don't is not even read.</summary>
    public Func<IReadOnlyDictionary<string, string>, bool> Admits { get; init; } = _ => true;

    private readonly Dictionary<string, string> _fields = [];
    private readonly List<string?> _names = [];

    /// <summary>The fields that are no files, by name.</summary>
    public IReadOnlyDictionary<string, string> Fields => _fields;

    /// <summary>The names of the files, as the customer has them, in the order of the batch.</summary>
    public IReadOnlyList<string?> Names => _names;

    /// <summary>Whether the request is such a form.</summary>
    public static bool TryReadBoundary(HttpRequest request, [NotNullWhen(true)] out string? boundary)
    {
        boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;
        return boundary is { Length: > 0 and <= MaxBoundary };
    }

    /// <summary>Reads the form to its end.</summary>
    /// <param name="body">The request's body.</param>
    /// <param name="boundary">What parts it.</param>
    /// <param name="isField">Whether a part of this name is a field, even when it has a file name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">The upload was cut off.</exception>
    /// <exception cref="InvalidDataException">It is no form, or a field is too large.</exception>
    public async Task ReadAsync(Stream body, string boundary, Func<string, bool> isField, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(boundary, body);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            if (part.GetContentDispositionHeader() is not { } disposition || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { } name)
            {
                continue;
            }

            if (disposition.IsFileDisposition() && !isField(name))
            {
                await TakeFileAsync(part, disposition, cancellationToken);
            }
            else
            {
                _fields[name] = await ReadFieldAsync(part.Body, cancellationToken);
            }
        }
    }

    private async Task TakeFileAsync(MultipartSection part, ContentDispositionHeaderValue disposition, CancellationToken cancellationToken)
    {
        var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
        if (_names.Count >= MostListed || name is { Length: 0 } || !Admits(_fields))
        {
            // A form whose file field was left empty sends a file without a name.
            return;
        }

        _names.Add(Path.GetFileName(name));
        await batch.TakeAsync(part.Body, cancellationToken);
    }

    private static async Task<string> ReadFieldAsync(Stream content, CancellationToken cancellationToken)
    {
        var field = new byte[MaxField + 1];
        var length = await content.ReadAtLeastAsync(field, field.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= MaxField ? Encoding.UTF8.GetString(field, 0, length) : throw new InvalidDataException("A field of the form is too large.");
    }
}
