using Azure.Storage.Blobs;
using CardShop.Bot.Evidence;
using CardShop.Bot.Evidence.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace CardShop.Bot.Tests.Evidence;

/// <summary>S3 and Azure Blob Storage, by their own clients against npm's stand-ins.</summary>
public sealed class RemoteStoreTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(index => (byte)index)];

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S3_KeepsAndDeletes_AndSaysWhenItIsDown()
    {
        await using var server = await NodeServer.StartAsync(
            "s3rver", (server, folder) => ["-d", folder, "-a", "127.0.0.1", "-p", $"{server.Port}", "--silent", "--configure-bucket", "evidence"]);
        using var store = new S3Store(new S3Options { Bucket = "evidence", ServiceUrl = $"http://127.0.0.1:{server.Port}", AccessKey = "S3RVER", SecretKey = "S3RVER" });

        await KeepsAndDeletesAsync(store);
        await server.KillAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => store.PutAsync("one", Content, Patience));
    }

    [Fact]
    public async Task Azure_KeepsAndDeletes_AndSaysWhenItIsDown()
    {
        await using var server = await NodeServer.StartAsync(
            "azurite-blob", (server, folder) => ["--silent", "--skipApiVersionCheck", "--location", folder, "--blobHost", "127.0.0.1", "--blobPort", $"{server.Port}"]);

        // The account and the key that azurite has by its manual.
        var connection = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
            + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
            + $"BlobEndpoint=http://127.0.0.1:{server.Port}/devstoreaccount1;";
        await new BlobContainerClient(connection, "evidence").CreateAsync(cancellationToken: Patience);
        var store = new AzureBlobStore(new AzureOptions { ConnectionString = connection, Container = "evidence" });

        await KeepsAndDeletesAsync(store);
        await server.KillAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => store.PutAsync("one", Content, Patience));
    }

    private static async Task KeepsAndDeletesAsync(IEvidenceStore store)
    {
        var vault = new EvidenceVault(store, new EphemeralDataProtectionProvider());
        await vault.PutAsync("one", Content, Patience);
        await vault.PutAsync("one", Content, Patience);

        Assert.Equal(Content, await vault.GetAsync("one", Patience));
        Assert.Null(await vault.GetAsync("two", Patience));
        await vault.DeleteAsync("one", Patience);
        await vault.DeleteAsync("one", Patience);
        Assert.Null(await vault.GetAsync("one", Patience));
    }
}
