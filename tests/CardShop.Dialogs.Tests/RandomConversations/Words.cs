using System.Text;
using CardShop.Dialogs.Tests.Understanding;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Tests.RandomConversations;

/// <summary>What customers type: the labelled messages of all intents, answers to what is asked, and rubbish.</summary>
internal static class Words
{
    private const int PiecesOfRubbish = 3000;

    private static readonly string[] Tables =
        ["answers", "chinese", "counterparts", "english", "entities", "hard", "labels", "personas", "second", "third", "varied"];

    private static readonly string[] Thanks = ["谢谢你", "谢谢", "多谢", "嘞", "哈", "啦", "thanks"];

    private static readonly string[] Shreds =
    [
        "错", "号", "单", "撤", "改", "是", "不", "12345", "13800138000", "KM2026", "😭", " ", "\n", "{order}", "{0}", "%s", "<b>", "\u0000", "\ud83d", "\u202e", "ＱＢ", "no", "-1", "999999999999999999999",
        "。。。", "？？", "十五", "刚才", "‍", "ａ", "cancel", "第二个", "最后一个",
    ];

    public static IReadOnlyList<string> OrderNumbers { get; } = ["KM2026112200001", "KM2026112200002", "SH-8842-0093", "T88410027"];

    /// <summary>Messages of all intents.</summary>
    public static IReadOnlyList<string> Labelled { get; }

    /// <summary>Every way of saying yes.</summary>
    public static IReadOnlyList<string> Yes { get; }

    public static IReadOnlyList<string> Rubbish { get; } = [.. Enumerable.Range(0, PiecesOfRubbish).Select(seed => Shred(new Random(seed)))];

    public static IReadOnlyList<string> Accounts { get; } = ["87654321", "12345678", "sunny_0110", "1", "号忘了", "12345679"];

    public static IReadOnlyList<string> Phones { get; } = ["13900002222", "1390000222", "13900001111", "139 0000 3333", "没有"];

    public static IReadOnlyList<string> Regions { get; } = ["艾欧尼亚", "微信区", "18区", "国际服", "国服"];

    public static IReadOnlyList<string> Products { get; } = ["Q币", "腾讯视频会员", "王者荣耀点券", "话费"];

    public static IReadOnlyList<string> Amounts { get; } = ["10", "10元", "50", "一百", "年卡", "0"];

    public static IReadOnlyList<string> Problems { get; } =
        ["账号充错了", "面额选错了", "充错区了", "手机号输错一位", "买错商品了", "重复下单了", "付了款没确认", "I topped up the wrong account", "paid twice", "下错单了"];

    public static IReadOnlyList<string> Commands { get; } =
        ["转人工", "算了不弄了", "重新开始", "talk to a person", "never mind", "不是这一单", "撤单退款", "改成正确的", "再试一次", "继续自助办理", "先不要", "CS-261122-7K3QF 到哪了", "规则P10是什么", "周末审核吗", "我要人肉他", "用短信验证码证明", "402917", "111111", "付款前能帮我核对吗", "移动话费 100元 充 13812345678"];

    static Words()
    {
        List<LabelledMessage> all = [.. Tables.SelectMany(LabelledMessage.ReadAll)];
        Labelled = [.. all.Select(message => message.Text).Distinct()];
        Yes = [.. all.Where(message => message.Intent == Intent.Affirm).Select(message => message.Text).Append("确认").Append("好的").Append("确认撤单").Append("确认修改").Append("yes").Distinct()];
        YesSet = Yes.Select(text => text.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static HashSet<string> YesSet { get; }

    /// <summary>Whether a text says yes: signs that nobody hears, and thanks beside it, make no difference, nor how often it is said.</summary>
    public static bool IsYes(string text)
    {
        var heard = Heard(text);
        return YesSet.Contains(text.Trim()) || YesSet.Contains(heard)
            || YesSet.Contains(Thanks.Aggregate(heard, (rest, thanks) => rest.Replace(thanks, string.Empty, StringComparison.Ordinal)).Trim())
            || (heard.Length > 0 && YesSet.Any(yes => yes.Length > 0 && heard.Replace(yes, string.Empty, StringComparison.OrdinalIgnoreCase).Trim().Length == 0));
    }

    /// <summary>Everything in one sentence.</summary>
    public static string Sentence(Random random)
    {
        var number = Of(OrderNumbers, random);
        return random.Next(5) switch
        {
            0 => $"订单{number}账号填错了，把12345678改成{Of(Accounts, random)}",
            1 => $"{number} 面额选错了，撤单退款",
            2 => $"充话费号码打错了，应该是{Of(Phones, random)}，单号{number}",
            3 => $"{number} 重复了",
            _ => $"不是{number}，是{Of(OrderNumbers, random)}",
        };
    }

    public static string Of(IReadOnlyList<string> some, Random random) => some[random.Next(some.Count)];

    private static string Heard(string text) => string.Concat(text.Where(letter => char.IsLetterOrDigit(letter) || letter == ' ')).Trim();

    private static string Shred(Random random)
    {
        if (random.Next(100) == 0)
        {
            return new string('错', random.Next(1_500, 4_000));
        }

        var text = new StringBuilder();
        for (var left = random.Next(0, 7); left > 0; left--)
        {
            text.Append(random.Next(5) == 0 ? ((char)random.Next(0x20, 0xffff)).ToString() : Shreds[random.Next(Shreds.Length)]);
        }

        return text.ToString();
    }
}
