using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Times;

/// <summary>
/// Whether a told time is that of the payment. LABELS.md: only the time of payment counts; what was filed, refunded, said or noticed then does not.
/// The first telling word behind the time in its clause decides, then the last one before it.
/// </summary>
internal static class PhraseJudge
{
    private const int Reach = 26;
    private const int EnglishReach = 52;
    private const int ShortReach = 12;
    private const int JustReach = 18;

    private static readonly string[] Paying =
    [
        "付", "充", "冲", "买", "下单", "下的", "下错", "下了", "下过", "落", "订", "单", "储", "畀", "增值", "转", "刷", "扣", "购", "交的电", "交电", "交的燃", "交话", "交了", "拍", "走", "续费", "汇", "按了", "跑的",
        "手滑", "搞的", "弄的", "整的", "掏钱", "入错", "入落", "撳", "揿", "拣", "点的", "点了", "点错", "点成", "选成", "打错", "填错", "填成", "送", "上的", "进的", "采", "拿的", "流水", "重复", "那笔",
        "paid", "pay", "bought", "buy", "ordered", "order", "purchased", "purchase", "charged", "debited", "charge", "topped", "top up", "topup", "top-up", "recharged", "reloaded", "sent", "placed", "billed", "billing", "spent", "made", "loaded",
        "transferred", "deducted", "typed", "picked", "selected", "chose", "receipt", "receipts",
    ];

    private static readonly string[] JustPaid =
    [
        "付", "充", "冲", "买", "下单", "下完", "下的", "落", "储", "畀", "增值", "转", "刷", "扣", "购", "交话", "交电", "交了", "交完", "拍", "走", "续费", "点", "选成", "整的", "弄的", "弄完", "搞的", "搞完", "操作", "结账", "结帐", "给钱", "给的钱", "打钱", "打款", "开的", "开了", "入手", "撳", "按完", "入错", "入咗", "那单", "那笔",
        "paid", "bought", "ordered", "purchased", "charged", "topped", "recharged", "placed", "made", "spent", "sent", "buy的", "topup", "top up", "order", "pay", "buy", "给错", "confirmed", "clicked buy", "clicked pay", "hit buy", "hit pay", "checked out", "transferred", "loaded", "reloaded", "did it", "got charged", "submitted the order",
    ];

    private static readonly string[] Other =
    [
        "送出", "提交", "提的", "申请", "递", "交的材料", "交的截图", "交的那个退", "交上去", "就交了", "申诉", "报的", "报上", "报打", "说", "讲", "那笔退", "那单退", "退款", "退费", "退了", "批", "审", "发现", "收到", "收错", "想起", "打电话", "来电话", "打过去", "到现在我", "看到", "看见", "一看",
        "知", "登记", "补的", "传上", "骂", "发错", "发的", "答错", "写成", "加我", "接", "查", "问", "到账", "刮", "告诉", "上班", "下班", "维护", "晓得", "对账", "输", "退", "营业", "喝了", "打字", "给你", "单号是", "早换", "下雨", "下不下", "起来",
        "filed", "submitted", "refund", "approved", "uploaded", "told", "said", "update", "noticed", "realised", "realized", "found", "called", "ticket", "reviewer", "applied", "tell", "reach", "saw", "arrive", "changed", "birthday",
    ];

    private static readonly string[] Messages =
    [
        "教俺", "少写", "打成", "打字", "选的", "单号", "那个qq", "全部", "俾你", "报", "答", "发错", "发的", "说错", "说反", "讲", "写成", "写错", "给你", "给您", "截图", "gave", "order number", "email i",
    ];

    private static readonly string[] PaidAfterAll = ["付了", "点了", "充了", "买了", "付的"];
    private static readonly string[] Denied = ["不是", "现在", "都快", "这都", "现在是", "快", "not ", "now ", "每", "截止", "until ", "till "];
    private static readonly string[] Filing = ["申请", "审核", "工单", "受理", "复核", "材料", "进度", "申诉", "申訴", "退费", "批了", "审到", "退款", "证据", "退的钱", "传错", "my refund", "my case", "the case", "ticket", "screenshots", "update on", "proof", "application", "my dispute", "my appeal", "my request"];
    private static readonly string[] Mistakes = ["充错", "充重", "买错", "下错", "手滑", "冲错"];

    /// <summary>Weighs what stands around a phrase.</summary>
    /// <param name="text">The message.</param>
    /// <param name="phrase">The told time.</param>
    /// <param name="previousEnd">Where the told time before it ends.</param>
    /// <param name="nextStart">Where the next one starts.</param>
    public static Bearing Of(TimeText text, TimePhrase phrase, int previousEnd, int nextStart)
    {
        if (phrase.IsPaid)
            return Bearing.Payment;
        if (text.FollowsAny(phrase.Start, Denied) && !IsAlmost(text, phrase))
            return Bearing.Other;
        if (phrase.IsNow)
            return phrase.NeedsPayment ? OfJust(text, phrase, previousEnd) : OfNow(text, phrase, previousEnd, nextStart);
        var english = char.IsAscii(text.At(phrase.Start)) && char.IsAscii(text.At(phrase.End - 1));
        if (english && !phrase.NeedsPayment && Before(text, phrase, previousEnd, EnglishReach) == Bearing.Payment)
            return Bearing.Payment;
        var after = After(text, phrase, nextStart, english ? EnglishReach : Reach);
        if (after != Bearing.Unknown || (phrase.NeedsPayment && !english))
            return after;
        return Before(text, phrase, previousEnd, english ? EnglishReach : Reach);
    }

    /// <summary>Whether the message is about something filed rather than about a payment.</summary>
    public static bool IsAboutFiling(TimeText text) => Has(text, 0, text.Length, Filing) && !Has(text, 0, text.Length, Mistakes);

    /// <summary>快七点充的 is a time of payment; 快一点了 is the time of the message.</summary>
    private static bool IsAlmost(TimeText text, TimePhrase phrase) => text.At(phrase.Start - 1) == '快' && text.At(phrase.End) is not '了' && text.At(phrase.Start - 2) is not ('都' or '在');

    /// <summary>刚, 才 and just count only where the word for paying follows at once.</summary>
    private static Bearing OfJust(TimeText text, TimePhrase phrase, int previousEnd)
    {
        var reach = char.IsAscii(text.At(phrase.Start)) ? EnglishReach / 2 : JustReach;
        if (text.EndsClause(text.SkipSpaces(phrase.End)))
            return Before(text, phrase, previousEnd, Reach);
        for (var at = phrase.End; at < phrase.End + reach && !text.EndsClause(at); at++)
        {
            if (text.LengthOfAny(at, Other) > 0 || text.LengthOfAny(at, Messages) > 0)
                return Bearing.Other;
            if (text.LengthOfAny(at, JustPaid) > 0)
                return Bearing.Payment;
        }

        return Bearing.Unknown;
    }

    /// <summary>刚才单号发错了 is about this talk; 刚才没看就付了 is about the payment.</summary>
    private static Bearing OfNow(TimeText text, TimePhrase phrase, int previousEnd, int nextStart)
    {
        var end = phrase.End;
        while (!text.EndsClause(end))
            end++;
        var start = phrase.Start;
        while (start > 0 && !text.EndsClause(start - 1))
            start--;
        if (Has(text, phrase.End, Math.Min(end, phrase.End + ShortReach), Messages) || Has(text, Math.Max(start, phrase.Start - EnglishReach), phrase.Start, Messages))
            return Has(text, phrase.End, text.Length, PaidAfterAll) ? Bearing.Payment : Bearing.Other;
        var after = After(text, phrase, nextStart, Reach);
        if (after == Bearing.Other)
            return Has(text, phrase.End, text.Length, PaidAfterAll) ? Bearing.Payment : Bearing.Other;
        return after == Bearing.Unknown ? Before(text, phrase, previousEnd, Reach) : after;
    }

    private static Bearing After(TimeText text, TimePhrase phrase, int nextStart, int reach)
    {
        var limit = Math.Min(Math.Min(text.Length, nextStart), phrase.End + reach);
        var apart = false;
        var crossed = false;
        for (var at = phrase.End; at < limit; at++)
        {
            if (text.EndsClause(at))
            {
                // A time that is a clause of its own belongs to the next one.
                if (crossed || at > phrase.End + 1 || !StartsClause(text, phrase.Start))
                    return Bearing.Unknown;
                (apart, crossed) = (true, true);
            }

            apart |= IsGap(text, at);
            if (Signal(text, at) is var signal and not Bearing.Unknown && (signal == Bearing.Payment || !apart))
                return signal;
        }

        return Bearing.Unknown;
    }

    private static Bearing Before(TimeText text, TimePhrase phrase, int previousEnd, int reach)
    {
        var limit = Math.Max(previousEnd, phrase.Start - reach);
        var apart = false;
        for (var at = phrase.Start - 1; at >= limit; at--)
        {
            if (text.EndsClause(at))
                return Bearing.Unknown;
            apart |= IsGap(text, at);
            if (Signal(text, at) is var signal and not Bearing.Unknown && (signal == Bearing.Payment || !apart))
                return signal;
        }

        return Bearing.Unknown;
    }

    /// <summary>Many write a space where a comma belongs.</summary>
    private static bool IsGap(TimeText text, int at) => text.At(at) == ' ' && (text.At(at - 1).IsHan() || text.At(at + 1).IsHan());

    private static bool StartsClause(TimeText text, int at)
    {
        while (text.At(at - 1) == ' ')
            at--;
        return at == 0 || text.EndsClause(at - 1);
    }

    private static Bearing Signal(TimeText text, int at)
    {
        if (text.LengthOfAny(at, Other) > 0)
            return Bearing.Other;
        return text.LengthOfAny(at, Paying) > 0 ? Bearing.Payment : Bearing.Unknown;
    }

    private static bool Has(TimeText text, int from, int to, string[] words)
    {
        for (var at = from; at < to; at++)
        {
            if (text.LengthOfAny(at, words) > 0)
                return true;
        }

        return false;
    }
}

/// <summary>What a told time is the time of.</summary>
internal enum Bearing
{
    /// <summary>Nothing around it says.</summary>
    Unknown,

    /// <summary>Of paying, ordering, charging.</summary>
    Payment,

    /// <summary>Of something else.</summary>
    Other,
}
