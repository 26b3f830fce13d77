using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>What names of products are composed of, from <c>goods.json</c> and the shop's own list.</summary>
internal sealed record GoodsWords
{
    /// <summary>Words that name a product by themselves: 原神, 点券, …</summary>
    public required WordSet Clear { get; init; }

    /// <summary>Words that do so only beside others or opposite another product: 会员, QQ, card, …</summary>
    public required WordSet Vague { get; init; }

    /// <summary>What kind of it: 黄金, 手机版, monthly, …</summary>
    public required WordSet Qualifiers { get; init; }

    /// <summary>What never stands for a product by itself: QQ, 卡, code, …</summary>
    public required IReadOnlySet<string> Bound { get; init; }

    /// <summary>Kinds that end no name: 手机, 月, mobile, …</summary>
    public required WordSet Loose { get; init; }

    /// <summary>What begins like a product and is none: 卡住, 移动公司, …</summary>
    public required WordSet Not { get; init; }
}
