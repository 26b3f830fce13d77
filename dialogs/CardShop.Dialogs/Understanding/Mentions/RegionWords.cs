using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>What regions are called, from <c>regions.json</c> and the shop's own list.</summary>
internal sealed record RegionWords
{
    /// <summary>What may stand before 区 or 服: 微信, 安卓, 国际, …</summary>
    public required WordSet Prefixes { get; init; }

    /// <summary>区, 服, 大区, …</summary>
    public required WordSet Suffixes { get; init; }

    /// <summary>What the suffix must not go on to: 服务, 区别, …</summary>
    public required WordSet NoSuffixes { get; init; }

    /// <summary>Whole names: 艾欧尼亚, …</summary>
    public required WordSet Names { get; init; }

    /// <summary>Names that are also other words; only a question or a counterpart makes them regions: 微信, EU, …</summary>
    public required WordSet ShortNames { get; init; }

    /// <summary>The platforms that zones are called by: 微信, 安卓, …</summary>
    public required WordSet Platforms { get; init; }

    /// <summary>What follows a platform that is no zone: 微信支付, QQ号, 苹果卡, …</summary>
    public required WordSet NotAlone { get; init; }

    /// <summary>server, zone, …</summary>
    public required WordSet EnglishNouns { get; init; }

    /// <summary>NA, Asia, global, …: what may stand before such a noun.</summary>
    public required WordSet EnglishPlaces { get; init; }
}
