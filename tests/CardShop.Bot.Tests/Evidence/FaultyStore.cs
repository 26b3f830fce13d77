using System.Collections.Concurrent;
using CardShop.Bot.Evidence.Storage;

namespace CardShop.Bot.Tests.Evidence;

/// <summary>A store in memory that can be full or down.</summary>
internal sealed class FaultyStore : IEvidenceStore
{
    /// <summary>What it holds.</summary>
    public ConcurrentDictionary<string, byte[]> Kept { get; } = [];

    /// <summary>How many more pieces fit on the disk.</summary>
    public int Room { get; set; } = int.MaxValue;

    /// <summary>Nothing gets through to it.</summary>
    public bool IsDown { get; set; }

    public Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        ThrowIfDown();
        if (Room-- <= 0)
        {
            throw new IOException("No space left on device");
        }

        Kept[name] = content.ToArray();
        return Task.CompletedTask;
    }

    public Task<byte[]?> GetAsync(string name, CancellationToken cancellationToken)
    {
        ThrowIfDown();
        return Task.FromResult(Kept.GetValueOrDefault(name));
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        ThrowIfDown();
        Kept.TryRemove(name, out _);
        return Task.CompletedTask;
    }

    private void ThrowIfDown()
    {
        if (IsDown)
        {
            throw new HttpRequestException("Connection refused");
        }
    }
}
