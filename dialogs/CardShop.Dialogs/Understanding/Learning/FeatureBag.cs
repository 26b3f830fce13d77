using System.Buffers;

namespace CardShop.Dialogs.Understanding.Learning;

/// <summary>The features of one message, as hashes. Lent from a pool: dispose of it.</summary>
internal sealed class FeatureBag : IDisposable
{
    private const int Most = 16_384;

    private uint[] _hashes = ArrayPool<uint>.Shared.Rent(2_048);
    private int _count;

    /// <summary>The features, each once, once <see cref="Settle"/> was called.</summary>
    public ReadOnlySpan<uint> Hashes => _hashes.AsSpan(0, _count);

    /// <summary>Adds one; what is beyond the first 16,384 is not read.</summary>
    public void Add(uint hash)
    {
        if (_count == Most)
            return;
        if (_count == _hashes.Length)
            Grow();
        _hashes[_count++] = hash;
    }

    /// <summary>Leaves each feature once, in an order that does not depend on the message's.</summary>
    public void Settle()
    {
        var all = _hashes.AsSpan(0, _count);
        all.Sort();
        var kept = 0;
        for (var at = 0; at < all.Length; at++)
        {
            if (at == 0 || all[at] != all[at - 1])
                all[kept++] = all[at];
        }

        _count = kept;
    }

    public void Dispose() => ArrayPool<uint>.Shared.Return(_hashes);

    private void Grow()
    {
        var larger = ArrayPool<uint>.Shared.Rent(_hashes.Length * 2);
        _hashes.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<uint>.Shared.Return(_hashes);
        _hashes = larger;
    }
}
