using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace CardShop.Bot.Evidence.Storage;

/// <summary>Objects in a bucket of S3, or of what speaks like it. A put is whole or not at all, and durable once it returns.</summary>
internal sealed class S3Store(S3Options options) : IEvidenceStore, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly AmazonS3Client _client = Connect(options);

    /// <inheritdoc />
    public async Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        await _client.PutObjectAsync(
            new PutObjectRequest { BucketName = options.Bucket, Key = name, InputStream = stream, ContentType = "application/octet-stream", UseChunkEncoding = false },
            cancellationToken);
    }

    /// <inheritdoc />
    public async Task<byte[]?> GetAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _client.GetObjectAsync(options.Bucket, name, cancellationToken);
            using var content = new MemoryStream();
            await answer.ResponseStream.CopyToAsync(content, cancellationToken);
            return content.ToArray();
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode is HttpStatusCode.NotFound && missing.ErrorCode != "NoSuchBucket")
        {
            return null;
        }
    }

    /// <inheritdoc />
    public Task DeleteAsync(string name, CancellationToken cancellationToken) => _client.DeleteObjectAsync(options.Bucket, name, cancellationToken);

    public void Dispose() => _client.Dispose();

    private static AmazonS3Client Connect(S3Options options)
    {
        var config = new AmazonS3Config
        {
            Timeout = Patience,
            MaxErrorRetry = 2,

            // What speaks like S3 seldom knows the newer checksums; the pieces are authenticated by their own seal.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.ServiceUrl.Length > 0)
        {
            config.ServiceURL = options.ServiceUrl;
            config.ForcePathStyle = true;
            config.AuthenticationRegion = options.Region.Length > 0 ? options.Region : "us-east-1";
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        }

        return options.AccessKey.Length > 0 ? new AmazonS3Client(new BasicAWSCredentials(options.AccessKey, options.SecretKey), config) : new AmazonS3Client(config);
    }
}
