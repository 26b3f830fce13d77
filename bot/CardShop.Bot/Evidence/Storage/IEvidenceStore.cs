namespace CardShop.Bot.Evidence.Storage;

/// <summary>Keeps sealed bytes by name. What it holds can't be read without the host's keys.</summary>
internal interface IEvidenceStore
{
    /// <summary>Keeps bytes under a name, whole or not at all, safe from a power cut once this returns. The same name again replaces them.</summary>
    Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>The bytes under a name, or null when there are none.</summary>
    Task<byte[]?> GetAsync(string name, CancellationToken cancellationToken);

    /// <summary>Deletes what is kept under a name; nothing there is no fault.</summary>
    Task DeleteAsync(string name, CancellationToken cancellationToken);
}
