using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace CardShop.Bot.Evidence.Storage;

/// <summary>Blobs in a container of Azure Blob Storage. An upload is whole or not at all, and durable once it returns.</summary>
internal sealed class AzureBlobStore(AzureOptions options) : IEvidenceStore
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly BlobContainerClient _container = new(
        options.ConnectionString,
        options.Container,
        new BlobClientOptions { Retry = { MaxRetries = 2, NetworkTimeout = Patience } });

    /// <inheritdoc />
    public Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        _container.GetBlobClient(name).UploadAsync(new BinaryData(content), overwrite: true, cancellationToken);

    /// <inheritdoc />
    public async Task<byte[]?> GetAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await _container.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content.ToArray();
        }
        catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        _container.DeleteBlobIfExistsAsync(name, cancellationToken: cancellationToken);
}
