namespace CardShop.Bot.Evidence.Storage;

/// <summary>Files in a folder of the data directory, which no web server serves: written aside, flushed to the disk, and moved into place.</summary>
internal sealed class FolderStore(string folder) : IEvidenceStore
{
    private const string Draft = ".draft";

    /// <inheritdoc />
    public async Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(folder);
        var draft = path + Draft;
        try
        {
            await using (var file = Create(draft))
            {
                await file.WriteAsync(content, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            // Half a file is none: on a full disk, every byte counts.
            File.Delete(draft);
            throw;
        }
    }

    /// <inheritdoc />
    public async Task<byte[]?> GetAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(PathOf(name), cancellationToken);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder))
        {
            File.Delete(PathOf(name));
            File.Delete(PathOf(name) + Draft);
        }

        return Task.CompletedTask;
    }

    private string PathOf(string name) => name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.') && !name.StartsWith('.')
        ? Path.Combine(folder, name)
        : throw new ArgumentException("Not a name of ours.", nameof(name));

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
