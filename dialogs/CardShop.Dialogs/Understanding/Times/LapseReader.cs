namespace CardShop.Dialogs.Understanding.Times;

/// <summary>How long ago, in Chinese: 十来分钟前, 一个半小时前, 半个多小时前, 三个骨前, 三天前; and 付了半小时了.</summary>
internal static class LapseReader
{
    private const int LongestGap = 16;

    private static readonly (string Word, double Minutes)[] Units =
    [
        ("分钟", 1), ("分", 1), ("小时", 60), ("钟头", 60), ("点钟", 0), ("点", 60), ("钟", 60), ("秒钟", 1 / 60.0), ("秒", 1 / 60.0), ("刻钟", 15), ("骨", 15), ("字", 5),
        ("minutes", 1), ("minute", 1), ("mins", 1), ("min", 1), ("hours", 60), ("hour", 60), ("hrs", 60), ("hr", 60), ("h", 60), ("粒钟", 60),
        ("天", 1440), ("日", 1440), ("星期", 10080), ("礼拜", 10080), ("周", 10080), ("月", 43200),
    ];

    private static readonly string[] Before = ["之前", "以前", "前"];
    private static readonly string[] NotBefore = ["后", "面", "台", "头", "边"];
    private static readonly string[] Loose = ["左右", "上下", "吧", "的样子", "那样", "多", "整"];
    private static readonly string[] LessThan = ["还不到", "不到", "还没到", "没到", "不足"];
    private static readonly string[] UntilNow = ["离现在", "距现在", "距离现在", "到现在"];
    private static readonly string[] Paid = ["付款", "付清", "付钱", "付完", "付", "充值", "充", "冲", "买", "下单", "落单", "走单", "刷", "畀钱", "畀咗", "儲", "储", "过去", "扣", "转", "交了"];
    private static readonly string[] Limits = ["超过", "过了", "满", "等", "说", "内", "需要", "要", "还", "?", "到", "差", "慢", "能", "才多"];
    private static readonly string[] Promises = ["内", "以内", "之内", "以后", "后", "之后", "能", "就", "到账", "审", "才", "会", "可以"];

    /// <summary>Reads the lapse that starts here.</summary>
    public static TimeAtom? Read(TimeText text, int at, DateTimeOffset now)
    {
        if (ReadLength(text, at) is not { } length)
            return null;
        var end = text.SkipSpaces(length.End);
        end += text.LengthOfAny(end, Loose);
        end = text.SkipSpaces(end);
        // 不到五分钟前 is any time since then.
        var less = length.Minutes < 1440 && text.FollowsAny(at, LessThan);
        if (less)
            length = length with { Low = 0 };
        if (text.LengthOfAny(end, Before) is > 0 and var before && text.LengthOfAny(end + before, NotBefore) == 0)
            return Told(at, end + before, length, now);
        return IsSincePayment(text, at, length) || IsUntilNow(text, at, less) ? Told(at, length.End, length, now) with { IsPaid = true } : null;
    }

    private static TimeAtom Told(int at, int end, Length length, DateTimeOffset now)
    {
        if (length.Minutes < 1440)
            return new TimeAtom(at, end) { Ago = new Lapse(TimeSpan.FromMinutes(length.Low), TimeSpan.FromMinutes(length.High)) };
        if (length.Minutes >= 43200)
            return new TimeAtom(at, end) { Day = DaySpan.One(now.Date.AddMonths(-Math.Min((int)(length.High / 43200), 120))) };
        return new TimeAtom(at, end)
        {
            Day = new DaySpan(now.Date.AddDays(-Math.Min(3650, Math.Floor(length.High / 1440))), now.Date.AddDays(1 - Math.Min(3650, Math.Floor(length.Low / 1440)))),
        };
    }

    /// <summary>付款半小时了, 才买了十五分钟: how long it has been since paying, not how long something may take.</summary>
    private static bool IsSincePayment(TimeText text, int at, Length length)
    {
        if (length.Minutes is >= 1440 or < 1 or 5 || text.LengthOfAny(text.SkipSpaces(length.End), Promises) > 0)
            return false;
        var behind = text.At(length.End) == '了' ? length.End + 1 : length.End;
        if (text.LengthOfAny(text.SkipSpaces(behind), ["since i paid", "since paying", "since we paid", "since i ordered", "since payment"]) > 0)
            return true;
        if (behind == length.End && text.LengthOfAny(behind, ["左右", "吧", "的事", "还", "都"]) == 0 && text.At(behind) != ' ' && !text.EndsClause(behind))
            return false;
        if (text.FollowsAny(at, ["才", "刚"]) && text.At(length.End) is '\n' or ',' or ' ' or '了')
            return length.Low >= 1;
        for (var before = at - 1; before >= Math.Max(0, at - LongestGap); before--)
        {
            if (text.EndsClause(before))
                return false;
            if (text.LengthOfAny(before, Limits) > 0)
                return false;
            if (text.LengthOfAny(before, Paid) > 0)
                return true;
        }

        return false;
    }

    /// <summary>离现在还不到二十分钟, 距现在正好一小时.</summary>
    private static bool IsUntilNow(TimeText text, int at, bool less)
    {
        var behind = at;
        if (less)
        {
            foreach (var word in LessThan)
            {
                if (text.Is(behind - word.Length, word))
                {
                    behind -= word.Length;
                    break;
                }
            }
        }

        return text.FollowsAny(behind, UntilNow) || text.FollowsAny(behind, ["离现在大概", "离现在差不多", "距现在正好", "离现在正好", "离现在也就"]);
    }

    private static Length? ReadLength(TimeText text, int at)
    {
        if (text.At(at) == '半')
            return ReadHalf(text, at);
        if (text.Is(at, "个半") && ReadUnit(text, at + 2) is { Minutes: 60 } more)
            return new Length(90, 90, 60, more.End);
        if (text.Is(at, "个把") && ReadUnit(text, at + 2) is { } loose)
            return new Length(loose.Minutes, loose.Minutes, loose.Minutes, loose.End);
        if (text.Is(at, "有个") && ReadUnit(text, at + 2) is { } rough)
            return new Length(rough.Minutes, rough.Minutes, rough.Minutes, rough.End);
        var few = text.At(at) == '几';
        if ((few ? new Quantity(2, 10, at + 1) : Quantity.Read(text, at)) is not { } number)
            return null;
        return ReadCounted(text, number);
    }

    private static Length? ReadCounted(TimeText text, Quantity number)
    {
        var end = text.SkipSpaces(number.End);
        var (open, half) = (false, false);
        var counted = false;
        for (var step = 0; step < 3; step++)
        {
            if (text.At(end) is '个' or '來' or '来')
                (counted, end) = (counted || text.At(end) == '个', end + 1);
            else if (text.At(end) is '多' or '几')
                (open, end) = (true, end + 1);
            else if (text.At(end) == '半' && counted)
                (half, end) = (true, end + 1);
        }

        if (text.Is(end, "刻把钟"))
            return new Length(number.Low * 15, number.High * 15, 15, end + "刻把钟".Length);
        if (ReadUnit(text, end) is not { } unit)
            return null;
        if ((unit.Word == "点" && !counted) || (unit.Word is "字" or "月" && !counted) || (unit.Word is "日" && text.At(unit.End) != '前'))
            return null;
        end = unit.End;
        var low = (number.Low + (half ? 0.5 : 0)) * unit.Minutes;
        var high = (number.High + (half ? 0.5 : 0)) * unit.Minutes;
        if (text.At(end) == '半' && unit.Minutes == 60)
            (low, high, end) = (low + 30, high + 30, end + 1);
        else if (text.Is(end, "半钟") && unit.Word == "分")
            (low, high, end) = (low + 0.5, high + 0.5, end + "半钟".Length);
        else if (unit.Minutes == 60 && Quantity.Read(text, SkipAnd(text, end)) is { } more && text.At(text.SkipSpaces(more.End)) == '分')
            (low, high, end) = (low + more.Low, high + more.High, text.SkipSpaces(more.End) + (text.Is(text.SkipSpaces(more.End), "分钟") ? 2 : 1));
        else if (text.At(end) == '多')
            open = true;
        if (open)
            high = low + (number.Low >= 10 && number.IsWhole && unit.Minutes < 60 ? 10 * unit.Minutes : unit.Minutes);
        return new Length(low, high, unit.Minutes, end);
    }

    /// <summary>一小时零五分, 1 个钟头又 10 分钟.</summary>
    private static int SkipAnd(TimeText text, int end)
    {
        var next = text.SkipSpaces(end);
        return text.At(next) is '又' or '零' && Quantity.Read(text, text.SkipSpaces(next + 1)) is not null ? text.SkipSpaces(next + 1) : next;
    }

    /// <summary>半小时, 半个多钟头, 半个点.</summary>
    private static Length? ReadHalf(TimeText text, int at)
    {
        var end = at + 1;
        var open = false;
        if (text.At(end) == '个')
            end++;
        if (text.At(end) == '多')
            (open, end) = (true, end + 1);
        if (ReadUnit(text, end) is not { Minutes: 60 or 1440 } unit || (unit.Word == "点" && text.At(at + 1) != '个'))
            return null;
        if (unit.Minutes == 1440)
            return null;
        var low = unit.Minutes / 2;
        return new Length(low, open ? low * 2 : low, unit.Minutes, unit.End);
    }

    private static (string Word, double Minutes, int End)? ReadUnit(TimeText text, int at)
    {
        foreach (var (word, minutes) in Units)
        {
            if (text.Is(at, word))
                return minutes == 0 ? null : (word, minutes, at + word.Length);
        }

        return null;
    }

    private readonly record struct Length(double Low, double High, double Minutes, int End);
}
