namespace CardShop.Dialogs.Understanding.Times;

/// <summary>Clocks: 三点多, 下午两点半, 差一刻三点, 九点差五分, 14:05:33, 13点02分, 9.15pm. Prices and orders are none: 10点券, 150点.</summary>
internal static class ClockTimeReader
{
    private const int HoursOfADay = 24;
    private const int Quarter = 15;

    private static readonly string[] DottedBehind = ["in the morning", "in the evening", "in the afternoon", "at night", "this morning", "this afternoon", "this evening", "tonight", "last night", "just now", "ystd", "yesterday"];
    private static readonly string[] DottedBefore = ["paid at ", "bought at ", "ordered at ", "was at ", "it was ", "i paid at ", "night ", "morning ", "evening ", "afternoon ", "around ", "charged at ", "deducted at ", "arvo "];
    private static readonly string[] FaceValues = ["券", "卷", "数", "卡", "成", "充", "币", "就", "儿", "都", "一下", "了一下", "利", "费", "没", "错"];
    private static readonly string[] AfterOf = ["的时", "的那", "的样子", "的单", "的事", "的活动", "的?", "的,", "的\n", "的 "];
    private static readonly string[] Around = ["前后", "左右", "来钟", "钟左右", "钟前后", "上下", "光景", "钟光景", "那阵", "那会"];
    private static readonly string[] Passed = ["刚过", "整", "正"];
    private static readonly string[] Opening = ["多钟", "多", "几", "过后", "过"];
    private static readonly string[] Almost = ["差不多", "大概", "大约", "将近", "刚过", "约", "从", "午", "晚上", "早上", "凌晨", "中午", "夜里", "半夜", "傍晚", "天", "晚", "早", "儿", "日"];
    private static readonly string[] AfterOne = ["钟", "半", "多", "整", "左右", "前后", "来", "几", "过", "零", "刻", "的时", "付的", "充的", "买的", "下单", "下的", "十", "二", "三", "四", "五"];

    /// <summary>Reads the clock that starts here.</summary>
    public static TimeAtom? Read(TimeText text, int at) => ReadColon(text, at) ?? ReadRun(text, at) ?? ReadShort(text, at) ?? ReadSpoken(text, at);

    /// <summary>差一刻三点, 差五分九点.</summary>
    private static TimeAtom? ReadShort(TimeText text, int at)
    {
        if (text.At(at) != '差' || Quantity.Read(text, at + 1) is not { IsWhole: true } number || text.At(number.End) is not ('分' or '刻'))
            return null;
        var missing = text.At(number.End) == '刻' ? Quarter : (int)number.Low;
        var hour = text.SkipSpaces(number.End + (text.At(number.End + 1) == '钟' ? 2 : 1));
        if (text.At(hour) == '到')
            hour++;
        if (missing is < 1 or > 30 || ReadSpoken(text, hour) is not { Clock: { Hour: > 0, Minute: 0 } clock } read)
            return null;
        return new TimeAtom(at, read.End) { Clock = clock with { Hour = clock.Hour - 1, Minute = 60 - missing, Open = 0, Fine = true } };
    }

    private static TimeAtom? ReadColon(TimeText text, int at)
    {
        if (!char.IsAsciiDigit(text.At(at)) || char.IsAsciiLetterOrDigit(text.At(at - 1)) || text.At(at - 1) is '.' or '#' or '$' or '¥' or '€' or '£' || (text.At(at - 1) == ':' && char.IsAsciiDigit(text.At(at - 2))))
            return null;
        var colon = char.IsAsciiDigit(text.At(at + 1)) ? at + 2 : at + 1;
        if (text.At(colon) is not (':' or '.') || !char.IsAsciiDigit(text.At(colon + 1)) || !char.IsAsciiDigit(text.At(colon + 2)) || char.IsAsciiDigit(text.At(colon + 3)))
            return null;
        var hour = ToNumber(text, at, colon);
        var minute = ToNumber(text, colon + 1, colon + 3);
        var end = colon + 3;
        var second = 0;
        if (text.At(end) == ':' && char.IsAsciiDigit(text.At(end + 1)) && char.IsAsciiDigit(text.At(end + 2)))
            (second, end) = (ToNumber(text, end + 1, end + 3), end + 3);
        var half = ReadHalf(text, ref end);
        if (hour > HoursOfADay || minute > 59 || second > 59 || (text.At(colon) == '.' && half == ClockReading.Either && !IsDotted(text, at, end)) || char.IsAsciiLetterOrDigit(text.At(end)))
            return null;
        if (half == ClockReading.Either && (text.At(at) == '0' || hour > 12))
            half = ClockReading.Full;
        return new TimeAtom(at, end) { Clock = new ClockTime(hour, minute, 0, hour > 12 ? ClockReading.Full : half, Fine: true) { Second = second } };
    }

    /// <summary>9.30 is a price unless something says that it is a clock: paid at 9.30, Friday night 10.15, 11.20 this morning.</summary>
    private static bool IsDotted(TimeText text, int at, int end)
    {
        var behind = text.SkipSpaces(end);
        return text.LengthOfAny(behind, DottedBehind) > 0
            || (text.FollowsAny(at, DottedBefore) && (text.EndsClause(behind) || text.LengthOfAny(behind, ["in the", "on", "i", "and", "but", "today", "yesterday"]) > 0));
    }

    /// <summary>1930hrs, 0715 hrs, 1130pm.</summary>
    private static TimeAtom? ReadRun(TimeText text, int at)
    {
        var digits = at;
        while (char.IsAsciiDigit(text.At(digits)) && digits - at <= 4)
            digits++;
        if (digits - at is not (3 or 4) || char.IsAsciiLetterOrDigit(text.At(at - 1)))
            return null;
        var hour = ToNumber(text, at, digits - 2);
        var minute = ToNumber(text, digits - 2, digits);
        var end = digits;
        var half = ReadHalf(text, ref end);
        if (half == ClockReading.Either && text.LengthOfAny(text.SkipSpaces(digits), ["hrs", "hours", "hr"]) is > 0 and var unit && digits - at == 4)
            (half, end) = (ClockReading.Full, text.SkipSpaces(digits) + unit);
        return half == ClockReading.Either || hour > HoursOfADay || minute > 59 || (half != ClockReading.Full && hour is 0 or > 12) ? null : new TimeAtom(at, end) { Clock = new ClockTime(hour, minute, 0, half, Fine: true) };
    }

    /// <summary>Reads am or pm; leaves the place where it was when there is neither.</summary>
    public static ClockReading ReadHalf(TimeText text, ref int end)
    {
        var at = text.SkipSpaces(end);
        foreach (var (word, half) in Halves)
        {
            if (text.Is(at, word) && !char.IsAsciiLetter(text.At(at + word.Length)))
            {
                end = at + word.Length;
                return half;
            }
        }

        return ClockReading.Either;
    }

    private static readonly (string Word, ClockReading Half)[] Halves = [("a.m.", ClockReading.Am), ("p.m.", ClockReading.Pm), ("am", ClockReading.Am), ("pm", ClockReading.Pm)];

    private static TimeAtom? ReadSpoken(TimeText text, int at)
    {
        // 三四点: some time between the two.
        if (Quantity.Read(text, at) is { Low: >= 1 and < 12 } pair && pair.High == pair.Low + 1 && text.At(pair.End) == '点' && (text.LengthOfAny(pair.End + 1, FaceValues) == 0 || text.At(pair.End + 1) == '充') && !char.IsAsciiDigit(text.At(at)))
            return new TimeAtom(at, pair.End + (text.At(pair.End + 1) == '钟' ? 2 : 1)) { Clock = new ClockTime((int)pair.Low, 0, 60, ClockReading.Either, Fine: false) };
        if (Quantity.Read(text, at) is not { IsWhole: true, Low: >= 0 and <= HoursOfADay } number)
            return text.At(at) == '零' && text.At(at + 1) is '点' or '时' ? ReadBehind(text, at, 0, at + 2) : null;
        var point = text.SkipSpaces(number.End);
        if (text.At(point) is not ('点' or '时') || (text.At(point) == '时' && text.At(point + 1) is '候' or '间' or '段' or '光' or '装' or '不') || (text.At(at) == '十' && Quantity.DigitOf(text.At(at - 1)) >= 0))
            return null;
        return ReadBehind(text, at, (int)number.Low, point + 1);
    }

    private static TimeAtom? ReadBehind(TimeText text, int at, int hour, int behind)
    {
        if (hour == 1 && text.LengthOfAny(behind, AfterOne) == 0 && !char.IsAsciiDigit(text.At(text.SkipSpaces(behind))) && !text.FollowsAny(at, Almost))
            return null;
        if (text.LengthOfAny(behind, FaceValues) > 0 && !text.Is(behind, "充的") && !text.Is(behind, "充嘅") && !text.Is(behind, "充咗") && !text.Is(behind, "充值") && !(text.At(behind) == '充' && text.FollowsAny(at, Almost)))
            return null;
        if ((hour == 1 && text.At(at - 1) == '多' && text.At(at - 2) != '不') || text.FollowsAny(at, ["零", "百", "千", "点", "搞快", "有", "多一"]) || (text.At(behind) == '的' && !text.FollowsAny(at, Almost) && text.LengthOfAny(behind, AfterOf) == 0))
            return null;
        var reading = hour is 0 or > 12 ? ClockReading.Full : ClockReading.Either;
        if (text.FollowsAny(at, ["刚过"]))
            return new TimeAtom(at, behind) { Clock = new ClockTime(hour, 0, 0, reading, Fine: false) };
        return ReadMinutes(text, at, hour, behind, reading);
    }

    private static TimeAtom? ReadMinutes(TimeText text, int at, int hour, int behind, ClockReading reading)
    {
        if (text.LengthOfAny(behind, Around) is > 0 and var around)
            return new TimeAtom(at, behind + around) { Clock = new ClockTime(hour, 0, 0, reading, Fine: false) };
        if (text.LengthOfAny(behind, Passed) is > 0 and var passed)
            return new TimeAtom(at, behind + passed) { Clock = new ClockTime(hour, 0, 0, reading, Fine: true) };
        if (text.At(behind) == '半')
            return new TimeAtom(at, behind + 1) { Clock = new ClockTime(hour, 30, 0, reading, Fine: true) };
        if (text.At(behind) == '差' && Quantity.Read(text, behind + 1) is { IsWhole: true, Low: >= 1 and <= 30 } missing && text.At(missing.End) is '分' or '刻')
        {
            var lacking = text.At(missing.End) == '刻' ? Quarter : (int)missing.Low;
            return hour == 0 ? null : new TimeAtom(at, missing.End + 1) { Clock = new ClockTime(hour - 1, 60 - lacking, 0, reading, Fine: true) };
        }

        var minuteAt = text.SkipSpaces(behind);
        if (text.At(minuteAt) is '过' or '搭')
            minuteAt = Quantity.Read(text, minuteAt + 1) is null ? minuteAt : minuteAt + 1;
        if (Quantity.Read(text, minuteAt) is { IsWhole: true, Low: >= 0 and <= 59 } minute && IsMinute(text, behind, minuteAt, minute))
            return WithMinute(text, at, hour, minuteAt, minute, reading);
        if (text.LengthOfAny(behind, Opening) is > 0 and var open)
            return new TimeAtom(at, behind + open) { Clock = new ClockTime(hour, 0, 60, reading, Fine: false) };
        var clock = text.At(behind) == '钟' ? behind + 1 : behind;
        if (text.At(clock) is '到' or '至' && Quantity.Read(text, clock + 1) is { IsWhole: true } until && text.At(until.End) == '点' && until.Low > hour && until.Low <= hour + 12)
            return new TimeAtom(at, until.End + 1) { Clock = new ClockTime(hour, 0, (int)(until.Low - hour) * 60, reading, Fine: true) };
        if (text.LengthOfAny(clock, ["左右", "前后"]) is > 0 and var near)
            clock += near;
        return new TimeAtom(at, clock) { Clock = new ClockTime(hour, 0, 0, reading, Fine: false) };
    }

    private static bool IsMinute(TimeText text, int behind, int minuteAt, Quantity minute)
    {
        if (minuteAt == behind || text.At(behind) == '过')
            return text.LengthOfAny(minute.End, ["块", "元", "个", "单", "次", "遍", "笔", "百", "千", "份", "张", "天", "小时"]) == 0;
        return text.At(text.SkipSpaces(minute.End)) == '分' || (char.IsAsciiDigit(text.At(minuteAt)) && minute.End - minuteAt == 2 && text.LengthOfAny(minute.End, ["块", "元", "个", "单"]) == 0);
    }

    private static TimeAtom WithMinute(TimeText text, int at, int hour, int minuteAt, Quantity minute, ClockReading reading)
    {
        var value = (int)minute.Low;
        var end = minute.End;
        if (text.At(end) == '刻')
            (value, end) = (value * Quarter % 60, text.At(end + 1) == '钟' ? end + 2 : end + 1);
        else if (text.At(text.SkipSpaces(end)) == '分' && text.At(text.SkipSpaces(end) + 1) != '之')
            end = text.SkipSpaces(end) + (text.At(text.SkipSpaces(end) + 1) == '钟' ? 2 : 1);
        else if (value is > 0 and < 12 && end == minuteAt + 1)
            // In Cantonese a single figure behind 点 counts the fives: 十点三 is 10:15.
            value = value * 5;
        return new TimeAtom(at, end) { Clock = new ClockTime(hour, value, 0, reading, Fine: true) };
    }

    private static int ToNumber(TimeText text, int from, int to)
    {
        var value = 0;
        for (var at = from; at < to; at++)
            value = (value * 10) + (text.At(at) - '0');
        return value;
    }
}
