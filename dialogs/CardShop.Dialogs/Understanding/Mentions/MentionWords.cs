using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>The words beside a number that tell what it is, from <c>mentions.json</c>.</summary>
internal sealed record MentionWords
{
    /// <summary>订单号, order, …</summary>
    public required IReadOnlyList<string> Order { get; init; }

    /// <summary>账号, uid, 充到, …</summary>
    public required IReadOnlyList<string> Account { get; init; }

    /// <summary>Where even a mobile number is a login: QQ, steam, 登录, …</summary>
    public required IReadOnlyList<string> Login { get; init; }

    /// <summary>充, 面额, paid, …</summary>
    public required IReadOnlyList<string> Amount { get; init; }

    /// <summary>What follows an amount: 的, 面额, …</summary>
    public required WordSet AmountTail { get; init; }

    /// <summary>What a number must not follow to name anything: 尾号, 身份证, 数量, …</summary>
    public required IReadOnlyList<string> Nothing { get; init; }

    /// <summary>联系我, 加我, …</summary>
    public required IReadOnlyList<string> Contact { get; init; }

    /// <summary>Latin words that are never anybody's name: server, vip, …</summary>
    public required IReadOnlySet<string> NotNames { get; init; }

    /// <summary>What may stand between such a word and its number.</summary>
    public required IReadOnlyList<string> Links { get; init; }

    /// <summary>What joins things of one kind: 和, 跟, and, …</summary>
    public required WordSet Joints { get; init; }

    /// <summary>Hotlines: 12315, 96110, …</summary>
    public required IReadOnlySet<string> Hotlines { get; init; }

    /// <summary>Units of money and their ISO 4217 codes.</summary>
    public required IReadOnlyDictionary<string, string> Currencies { get; init; }

    /// <summary>The same units, to look for.</summary>
    public required WordSet CurrencyWords { get; init; }

    /// <summary>What a face value is counted in: Q币, 点券, …</summary>
    public required WordSet FaceValueUnits { get; init; }

    /// <summary>What units of goods are counted in: 个, 张, …</summary>
    public required WordSet GoodsCounters { get; init; }

    /// <summary>What anything else is counted in: 次, 分钟, 月, …</summary>
    public required WordSet OtherCounters { get; init; }
}
