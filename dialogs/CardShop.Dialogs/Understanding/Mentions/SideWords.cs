using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>The words near something named that tell whether it stands on the order or was wanted, from <c>sides.json</c>.</summary>
internal sealed record SideWords
{
    /// <summary>应该是, 我要, meant, …</summary>
    public required WordSet WantedBefore { get; init; }

    /// <summary>充成, 选了, typed, …</summary>
    public required WordSet OrderedBefore { get; init; }

    /// <summary>才对, 才是我的, is mine, …</summary>
    public required WordSet WantedBehind { get; init; }

    /// <summary>错了, 去了, was wrong, …</summary>
    public required WordSet OrderedBehind { get; init; }

    /// <summary>What sets a value right even where the wrong one is not named: 正确的是, 才是我的, mine is, …</summary>
    public required WordSet SetsRight { get; init; }
}
