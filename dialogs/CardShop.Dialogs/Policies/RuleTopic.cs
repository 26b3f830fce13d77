using System.Text.RegularExpressions;

namespace CardShop.Dialogs.Policies;

/// <summary>One thing that customers ask about the rules in general, the rules that answer it, and the words that only it is asked with.</summary>
/// <param name="Name">Its name: the end of its text's key.</param>
/// <param name="Rules">The rules that its text states, the first of all being the one it is about.</param>
/// <param name="Words">What it is asked with, in simplified and traditional Chinese and in English.</param>
internal sealed partial record RuleTopic(string Name, IReadOnlyList<string> Rules, Regex Words)
{
    /// <summary>The more particular a topic is, the earlier it stands.</summary>
    public static IReadOnlyList<RuleTopic> All { get; } =
    [
        new("codes", ["P10", "D3"], Codes()),
        new("not_booked", ["P6", "T7", "D6"], NotBooked()),
        new("duplicates", ["T6", "P5", "D1", "D2"], Duplicates()),
        new("limit", ["G3", "D8"], Limit()),
        new("identity", ["E3", "E6"], Identity()),
        new("evidence", ["E1", "E2", "E4", "E5", "R2"], Evidence()),
        new("risks", ["T8"], Risks()),
        new("stranger", ["P3", "L1", "L2"], Stranger()),
        new("own_account", ["R4", "T4", "D10"], OwnAccount()),
        new("middlemen", ["R1"], Middlemen()),
        new("arrival", ["P11", "D4"], Arrival()),
        new("hours", ["R3", "H1", "H3"], Hours()),
        new("review", ["P2", "R5", "D5"], Review()),
        new("unpaid", ["P4"], Unpaid()),
        new("price", ["T5", "T2", "D9"], Price()),
        new("shipped", ["P7", "P8"], Shipped()),
        new("window", ["P1", "P9", "G4"], Window()),
        new("reading_back", ["G2", "G1", "H2"], ReadingBack()),
        new("delivery", ["T9", "D11"], Delivery()),
        new("tricked", ["T10"], Tricked()),
        new("power", ["H4", "L4"], Power()),
        new("binding", ["V2"], Binding()),
        new("confirmation", ["V3"], Confirmation()),
        new("unused", ["V4"], Unused()),
        new("checking", ["V1", "V5"], Checking()),
        new("kinds", ["T1", "T3"], Kinds()),
        new("children", ["V1", "V3"], Children()),
    ];

    /// <summary>Whether its words can't be meant as a wish for the order in hand: 能退吗 may be one, 看过的卡密 is none.</summary>
    public bool IsParticular => Name is not ("window" or "shipped" or "price" or "unpaid" or "duplicates");

    /// <summary>The topic that a question is about; null when it is about the rules in general.</summary>
    public static RuleTopic? Of(string question) => All.FirstOrDefault(topic => topic.Words.IsMatch(question));

    /// <summary>The topic that tells a rule by its number, such as <c>P10</c>; null when none does.</summary>
    public static RuleTopic? OfRule(string rule) =>
        All.FirstOrDefault(topic => topic.Rules[0] == rule) ?? All.FirstOrDefault(topic => topic.Rules.Contains(rule));

    private const RegexOptions How = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"卡密|卡券|券码|兑换码|刮开|点卡|點卡|\b(codes?|voucher)\b", How)]
    private static partial Regex Codes();

    [GeneratedRegex(@"掉单|掉單|没入账|未入账|不显示付款|扣了(款|钱)|charged but|not booked", How)]
    private static partial Regex NotBooked();

    [GeneratedRegex(@"重复|重複|点了两|付了两|两次付|多付|\b(duplicate|twice|double)\b", How)]
    private static partial Regex Duplicates();

    [GeneratedRegex(@"几次|幾次|几回|几单|多少次|次数|次數|封号|封我|鎖戶|冻结|凍結|风控|風控|\b(how many times|limit|frozen|freeze|banned)\b", How)]
    private static partial Regex Limit();

    [GeneratedRegex(@"身份证|身份證|证件|證件|实名|實名|验证码|本人来|本人操作|\b(id card|identity|passport)\b", How)]
    private static partial Regex Identity();

    [GeneratedRegex(@"材料|证据|證據|截图|截圖|凭证|憑證|证明|證明|\b(evidence|proof|screenshots?|documents?)\b", How)]
    private static partial Regex Evidence();

    [GeneratedRegex(@"风险|風險|后果|後果|\b(risks?|consequences?)\b", How)]
    private static partial Regex Risks();

    [GeneratedRegex(@"别人|別人|陌生|对方|對方|他人|强制|强行|收款方|\b(stranger|someone else|somebody else|other person|recipient)\b", How)]
    private static partial Regex Stranger();

    [GeneratedRegex(@"自己的(另|别|小)|小号|小號|成功率|几率|概率|机率|希望大|绑定记录|\b(odds|chances?|my other account|own account)\b", How)]
    private static partial Regex OwnAccount();

    [GeneratedRegex(@"中介|代追|追回公司|第三方(追|退)|代办|帮忙追|黑客|\b(middlem[ae]n|recovery (service|agent|company))\b", How)]
    private static partial Regex Middlemen();

    [GeneratedRegex(@"到账|到帳|到賬|原路|退到|退回哪|退款(一般)?(要|得|需要)?多久|几天(能)?退|余额|餘額|支付宝还是|\b(arrive|refund take|refunded to|original (card|way|method)|balance)\b", How)]
    private static partial Regex Arrival();

    [GeneratedRegex(@"周末|週末|星期|周[六日天]|礼拜|假期|节假日|国庆|过年|春节|上班|下班|值班|几点|營業|营业|人工(服务)?时间|有人(在|吗|管)|\b(weekends?|holidays?|sundays?|saturdays?|open(ing)?( hours)?|hours|night|office)\b", How)]
    private static partial Regex Hours();

    [GeneratedRegex(@"审核|審核|审批|复审|工作日|工单(一般)?(最长|多久|几天)|拒(绝|了)|驳回|\b(reviews?|reviewed|working days?|business days?|appeal)\b", How)]
    private static partial Regex Review();

    [GeneratedRegex(@"没付款|未付款|没付钱|未支付|没支付|不付款|\b(unpaid|not paid|haven't paid)\b", How)]
    private static partial Regex Unpaid();

    [GeneratedRegex(@"差价|差價|补差|补钱|退差|换成(贵|便宜)|改面额|改成(大|小)|换商品|\b(difference|cheaper|more expensive|another product|change the (amount|product))\b", How)]
    private static partial Regex Price();

    [GeneratedRegex(@"发货|發貨|发了货|已发|到了还能|充进去|\b(shipped|delivered|after delivery)\b", How)]
    private static partial Regex Shipped();

    [GeneratedRegex(@"15|十五|一刻钟|一刻鐘|黄金期|多久(之?内|以内)|多长时间内|超时|超過|超过|过了|過了|几分钟|半个月|时限|時限|撤单|撤單|能(撤|改|退)|\b(15|fifteen|minutes?|time limit|too late|how long do i have|cancel|change)\b", How)]
    private static partial Regex Window();

    [GeneratedRegex(@"核对一遍|复述|确认两|要确认|为什么(还|要)?确认|\b(read(ing)? back|confirm(ation)? (step|twice))\b", How)]
    private static partial Regex ReadingBack();

    [GeneratedRegex(@"没到|多久到|到得慢|延迟|延遲|\b(late|delay(ed)?|how long.*(top.?up|credit))\b", How)]
    private static partial Regex Delivery();

    [GeneratedRegex(@"被骗|诈骗|詐騙|骗子|\b(scam(med)?|fraud|tricked)\b", How)]
    private static partial Regex Tricked();

    [GeneratedRegex(@"你们(能|可以)(做|管)什么|管不管|负责吗|中立|权力|\b(what can you do|responsib(le|ility)|neutral)\b", How)]
    private static partial Regex Power();

    [GeneratedRegex(@"绑定|綁定|\b(bind|bound|save my (account|number))\b", How)]
    private static partial Regex Binding();

    [GeneratedRegex(@"确认提醒|確認提醒|下单提醒|\b(order confirmation|reminder)\b", How)]
    private static partial Regex Confirmation();

    [GeneratedRegex(@"秒退|未使用订单|\b(instant refund)\b", How)]
    private static partial Regex Unused();

    [GeneratedRegex(@"预览|預覽|付款前|下单前|\b(preview|before (i pay|paying))\b", How)]
    private static partial Regex Checking();

    [GeneratedRegex(@"孩子|小孩|娃|儿子|女儿|兒子|女兒|小朋友|未成年|\b(kids?|child|children|son|daughter)\b", How)]
    private static partial Regex Children();

    [GeneratedRegex(@"哪些(错|情况|问题)|什么(错|情况)(可以|能)|\b(what kinds? of mistakes?)\b", How)]
    private static partial Regex Kinds();
}
