using System.Security.Cryptography;
using CardShop.Bot.Evidence.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace CardShop.Bot.Tests.Evidence;

/// <summary>What lies in the store can't be read there, and can't be swapped.</summary>
public sealed class VaultTests : IDisposable
{
    private static readonly byte[] Content = "order 20261122 paid ¥100"u8.ToArray();

    private readonly string _folder = Directory.CreateTempSubdirectory("cardshop-").FullName;
    private readonly EphemeralDataProtectionProvider _keys = new();

    [Fact]
    public async Task Kept_ComesBackAsItWas()
    {
        var vault = new EvidenceVault(new FolderStore(_folder), _keys);
        await vault.PutAsync("one", Content, TestContext.Current.CancellationToken);

        Assert.Equal(Content, await vault.GetAsync("one", TestContext.Current.CancellationToken));
        Assert.DoesNotContain("20261122", await File.ReadAllTextAsync(Path.Combine(_folder, "one"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleted_IsGone_AndDeletingAgainIsNoFault()
    {
        var vault = new EvidenceVault(new FolderStore(_folder), _keys);
        await vault.PutAsync("one", Content, TestContext.Current.CancellationToken);

        await vault.DeleteAsync("one", TestContext.Current.CancellationToken);
        await vault.DeleteAsync("one", TestContext.Current.CancellationToken);

        Assert.Null(await vault.GetAsync("one", TestContext.Current.CancellationToken));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Swapped_IsNotOpened()
    {
        var vault = new EvidenceVault(new FolderStore(_folder), _keys);
        await vault.PutAsync("one", Content, TestContext.Current.CancellationToken);
        File.Move(Path.Combine(_folder, "one"), Path.Combine(_folder, "two"));

        await Assert.ThrowsAnyAsync<CryptographicException>(() => vault.GetAsync("two", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task CutOff_IsNotOpened(int length)
    {
        var vault = new EvidenceVault(new FolderStore(_folder), _keys);
        await vault.PutAsync("one", Content, TestContext.Current.CancellationToken);
        await using (var file = File.OpenWrite(Path.Combine(_folder, "one")))
        {
            file.SetLength(length);
        }

        await Assert.ThrowsAnyAsync<CryptographicException>(() => vault.GetAsync("one", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("../secrets.json")]
    [InlineData(".hidden")]
    [InlineData("a/b")]
    public async Task Folder_TakesNoNamesButOurs(string name)
    {
        var store = new FolderStore(_folder);

        await Assert.ThrowsAsync<ArgumentException>(() => store.PutAsync(name, Content, TestContext.Current.CancellationToken));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
