using System.Globalization;
using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Times;

/// <summary>Days named in Chinese: 昨天, 大前天, 上周五, 礼拜三, 这个月3号, 11月20号, 上个月, 五一那天.</summary>
internal static class DayReader
{
    private static readonly (string Word, int Back, bool Night)[] Days =
    [
        ("大大前天", 4, false), ("大前", 3, false), ("昨晚", 1, true), ("昨夜", 1, true), ("寻晚", 1, true), ("琴晚", 1, true), ("夜黑", 1, true), ("夜儿黑", 1, true), ("夜儿个", 1, false), ("夜儿", 1, false),
        ("昨个儿", 1, false), ("昨个", 1, false), ("夜个", 1, false), ("昨天", 1, false), ("昨日", 1, false), ("昨儿个", 1, false), ("昨儿", 1, false), ("昨", 1, false), ("寻日", 1, false), ("琴日", 1, false),
        ("前个儿", 2, false), ("前天", 2, false), ("前日", 2, false), ("前儿个", 2, false), ("前儿", 2, false), ("前晚", 2, true), ("前夜", 2, true),
        ("今个儿", 0, false), ("今天", 0, false), ("今日", 0, false), ("今儿个", 0, false), ("今儿", 0, false), ("今", 0, false),
    ];

    private static readonly (string Word, int Month, int Day)[] Feasts = [("五一", 5, 1), ("元旦", 1, 1), ("十一国庆", 10, 1), ("国庆节", 10, 1), ("国庆", 10, 1), ("圣诞", 12, 25), ("双十一", 11, 11), ("双11", 11, 11)];
    private const int FirstLunarYear = 1910;
    private const int LastLunarYear = 2090;

    private static readonly ChineseLunisolarCalendar Lunar = new();
    private static readonly string[] NewYearEves = ["大年三十", "年三十", "除夕", "大年夜"];
    private static readonly string[] NewYearDays = ["大年初一", "年初一"];
    private static readonly string[] FeastDays = ["那天", "当天", "凌晨", "早", "上午", "中午", "下午", "晚"];
    private static readonly string[] AfterDay = ["早", "上午", "中午", "下午", "晚", "凌晨", "傍晚", "的", "那", "付", "充", "买", "下单", "夜"];
    private static readonly string[] Weeks = ["星期", "礼拜", "周", "拜"];
    private static readonly string[] Todays = ["天", "日", "个儿", "儿", "早", "晚", "朝", "晌", "夜", "晨", "晏", "凌", "上午", "下午", "中午"];

    /// <summary>Reads the day that starts here.</summary>
    public static TimeAtom? Read(TimeText text, int at, DateTime today) =>
        ReadNamed(text, at, today) ?? ReadWeek(text, at, today) ?? ReadMonth(text, at, today) ?? ReadDate(text, at, today) ?? ReadFeast(text, at, today);

    private static TimeAtom? ReadNamed(TimeText text, int at, DateTime today)
    {
        if (text.At(at) is not ('大' or '昨' or '寻' or '琴' or '夜' or '前' or '今'))
            return null;
        foreach (var (word, back, night) in Days)
        {
            if (!text.Is(at, word))
                continue;
            var end = at + word.Length;
            if (word == "大前")
            {
                if (text.LengthOfAny(end, ["天", "日", "儿个", "个儿", "儿", "晌", "晚"]) is not (> 0 and var tail))
                    return null;
                end += text.At(end) is '晌' or '晚' ? 0 : tail;
            }
            else if (word == "今" && text.LengthOfAny(end, Todays) == 0)
            {
                return null;
            }
            else if (word == "前日" && text.At(at - 1) is '日' or '目')
            {
                return null;
            }

            else if (word == "前儿" && text.At(end) is '媳' or '女' or '子')
            {
                return null;
            }
            else if (word == "前儿" && text.At(at - 1).IsHan() && text.At(at - 1) is not ('是' or '我' or '他' or '俺' or '就'))
            {
                return null;
            }

            if (night && text.At(end) == '上')
                end++;
            return new TimeAtom(at, end)
            {
                Day = DaySpan.One(today.AddDays(-back), back == 0) with { IsYesterday = back == 1 },
                Part = night ? (back == 1 ? DayPart.LastNight : DayPart.Evening) : null,
                NeedsPayment = back == 0,
            };
        }

        return null;
    }

    /// <summary>Weeks run Monday to Sunday (LABELS.md); a bare weekday is the latest one.</summary>
    private static TimeAtom? ReadWeek(TimeText text, int at, DateTime today)
    {
        var end = at;
        int? back = null;
        while (text.At(end) is '上' or '大' && end - at < 3)
        {
            if (text.At(end++) == '上')
                back = (back ?? 0) + 1;
        }

        if (back is null && text.At(at) is '这' or '本')
            (back, end) = (0, at + 1);
        if (end > at && back is null)
            return null;
        if (text.At(end) == '一' && text.At(end + 1) == '个')
            end++;
        if (end > at && text.At(end) == '个')
            end++;
        var week = text.LengthOfAny(end, Weeks);
        if (week == 0 || (text.At(end) == '拜' && text.At(end - 1) is '礼' or '拜') || (text.At(end) == '周' && text.At(end - 1) is '老' or '小' or '一'))
            return null;
        end += week;
        if (back is not null && text.At(end) == '的')
            end += text.LengthOfAny(end + 1, Weeks) is > 0 and var again ? 1 + again : 0;
        var monday = today.AddDays(-MondayBased(today.DayOfWeek));
        var day = WeekdayOf(text, end);
        if (day < 0)
        {
            if (back is not > 0 || text.At(end) is '期')
                return null;
            var first = monday.AddDays(-7 * back.Value);
            if (text.At(end) == '末')
                return new TimeAtom(at, end + 1) { Day = new DaySpan(first.AddDays(5), first.AddDays(7)) };
            return new TimeAtom(at, end) { Day = new DaySpan(first, first.AddDays(7)) };
        }

        var named = monday.AddDays(day - (7 * (back ?? 0)));
        if (back is null && named > today)
            named = named.AddDays(-7);
        return named > today ? null : new TimeAtom(at, end + 1) { Day = DaySpan.One(named) with { IsWeekday = back is null } };
    }

    private static int WeekdayOf(TimeText text, int at) => text.At(at) switch
    {
        '日' or '天' or '7' => 6,
        '末' => -1,
        >= '1' and <= '6' and var digit when !char.IsAsciiDigit(text.At(at + 1)) => digit - '1',
        var one => Quantity.DigitOf(one) is >= 1 and <= 6 and var spoken && one != '两' ? spoken - 1 : -1,
    };

    private static TimeAtom? ReadMonth(TimeText text, int at, DateTime today)
    {
        var (end, back) = (at, 0);
        while (text.At(end) == '上' && back < 3)
            (end, back) = (end + 1, back + 1);
        if (back == 0 && text.At(at) is '这' or '本')
            end++;
        if (text.At(end) == '个')
            end++;
        if (end == at || text.At(end) != '月' || text.At(end - 1) is not ('上' or '个' or '这' or '本'))
            return text.Is(at, "月初") && ReadDayOfMonth(text, at + 2) is { } early ? On(at, early.End, today.Year, today.Month, early.Day, today) : null;
        if (text.At(at) == '个')
            return null;
        var month = new DateTime(today.Year, today.Month, 1).AddMonths(-back);
        var behind = text.SkipSpaces(end + 1);
        if (text.Is(behind, "头一天"))
            return new TimeAtom(at, behind + 3) { Day = DaySpan.One(month) };
        if (ReadDayOfMonth(text, behind) is { } day)
            return On(at, day.End, month.Year, month.Month, day.Day, today);
        return back == 0 || text.At(end + 1) is '尾' or '底' or '初' or '末' ? null : new TimeAtom(at, end + 1) { Day = new DaySpan(month, month.AddMonths(1)) };
    }

    /// <summary>11月20号, 去年12月30日, 20号.</summary>
    private static TimeAtom? ReadDate(TimeText text, int at, DateTime today)
    {
        var end = at;
        int? year = null;
        if (text.Is(at, "去年") || text.Is(at, "今年"))
            (year, end) = (text.At(at) == '去' ? today.Year - 1 : today.Year, text.SkipSpaces(at + 2));
        if (Quantity.Read(text, end) is { IsWhole: true } month && text.At(text.SkipSpaces(month.End)) == '月' && month.Low is >= 1 and <= 12)
        {
            var behind = text.SkipSpaces(text.SkipSpaces(month.End) + 1);
            if (text.At(behind) == '初')
                behind++;
            if (Quantity.Read(text, behind) is not { IsWhole: true, Low: >= 1 and <= 31 } day)
                return null;
            var close = text.SkipSpaces(day.End);
            if (text.At(close) is '号' or '日')
                return On(at, close + 1, year, (int)month.Low, (int)day.Low, today);
            return text.At(close) is '点' or '个' or '份' ? null : On(at, day.End, year, (int)month.Low, (int)day.Low, today);
        }

        if (year is not null || ReadDayOfMonth(text, at) is not { } only)
            return null;
        if (only.Day <= today.Day)
            return On(at, only.End, today.Year, today.Month, only.Day, today);
        var before = new DateTime(today.Year, today.Month, 1).AddMonths(-1);
        return On(at, only.End, before.Year, before.Month, only.Day, today);
    }

    private static (int Day, int End)? ReadDayOfMonth(TimeText text, int at)
    {
        if (Quantity.Read(text, at) is not { IsWhole: true, Low: >= 1 and <= 31 } day || text.At(text.SkipSpaces(day.End)) is not ('号' or '日'))
            return null;
        var end = text.SkipSpaces(day.End) + 1;
        if (text.At(at) is '俩' or '仨' or '两')
            return null;
        if (text.At(end - 1) == '日' && text.At(end).IsHan() && text.LengthOfAny(end, AfterDay) == 0)
            return null;
        return text.LengthOfAny(end, ["店", "楼", "线", "码", "服", "机", "位", "卡", "区", "桌", "员", "油"]) > 0 || text.FollowsAny(at, ["第", "老", "代"]) ? null : ((int)day.Low, end);
    }

    private static TimeAtom? ReadFeast(TimeText text, int at, DateTime today)
    {
        foreach (var (word, month, day) in Feasts)
        {
            if (text.Is(at, word) && text.LengthOfAny(at + word.Length, FeastDays) > 0)
                return On(at, at + word.Length, null, month, day, today);
        }

        return ReadNewYear(text, at, today);
    }

    /// <summary>大年三十, 除夕, 大年初一: the eve and the first day of the lunar year.</summary>
    private static TimeAtom? ReadNewYear(TimeText text, int at, DateTime today)
    {
        var eve = text.LengthOfAny(at, NewYearEves);
        var length = eve > 0 ? eve : text.LengthOfAny(at, NewYearDays);
        if (length == 0 || today.Year < FirstLunarYear || today.Year > LastLunarYear)
            return null;
        var day = Lunar.ToDateTime(today.Year, 1, 1, 0, 0, 0, 0).AddDays(eve > 0 ? -1 : 0);
        if (day > today)
            day = Lunar.ToDateTime(today.Year - 1, 1, 1, 0, 0, 0, 0).AddDays(eve > 0 ? -1 : 0);
        return new TimeAtom(at, at + length) { Day = DaySpan.One(day) };
    }

    /// <summary>The day of that date; without a year the latest one that is not in the future.</summary>
    public static TimeAtom? On(int at, int end, int? year, int month, int day, DateTime today)
    {
        var told = year ?? (month > today.Month || (month == today.Month && day > today.Day) ? today.Year - 1 : today.Year);
        if (told is < 2000 or > 9000 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(told, month))
            return null;
        var date = new DateTime(told, month, day);
        return date > today ? null : new TimeAtom(at, end) { Day = DaySpan.One(date) };
    }

    /// <summary>0 for Monday.</summary>
    public static int MondayBased(DayOfWeek day) => ((int)day + 6) % 7;
}
