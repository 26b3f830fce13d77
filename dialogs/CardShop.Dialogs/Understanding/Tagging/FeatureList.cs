namespace CardShop.Dialogs.Understanding.Tagging;

/// <summary>The features of one token, in a buffer that is used again for the next.</summary>
/// <param name="buffer">At least <see cref="Most"/> long.</param>
internal ref struct FeatureList(Span<uint> buffer)
{
    /// <summary>How many a token has at most.</summary>
    public const int Most = 96;

    private readonly Span<uint> _buffer = buffer;
    private int _count;

    public readonly ReadOnlySpan<uint> All => _buffer[.._count];

    public void Add(uint feature) => _buffer[_count++] = feature;

    public void Clear() => _count = 0;
}
