namespace CardShop.Dialogs.Understanding.Times;

/// <summary>Parts of the day in Chinese: 早上, 晌午, 后晌, 傍晚, 半夜, 今早, 朝早, 下昼. Greetings name none.</summary>
internal static class PartReader
{
    private static readonly (string Word, DayPart Part)[] Words =
    [
        ("一大早", DayPart.Morning), ("一清早", DayPart.Morning), ("一早", DayPart.Morning), ("头晌", DayPart.Morning), ("前晌", DayPart.Morning), ("今晨", DayPart.Morning), ("大清早", DayPart.Morning), ("大早上", DayPart.Morning), ("清早", DayPart.Morning), ("早清儿", DayPart.Morning), ("早上", DayPart.Morning), ("早晨", DayPart.Morning), ("早起", DayPart.Morning), ("早间", DayPart.Morning),
        ("清晨", DayPart.Morning), ("朝早", DayPart.Morning), ("上午", DayPart.Morning), ("上昼", DayPart.Morning), ("今早", DayPart.Morning), ("今朝", DayPart.Morning),
        ("晌午头", DayPart.Noon), ("晌午", DayPart.Noon), ("中午", DayPart.Noon), ("正午", DayPart.Noon), ("午间", DayPart.Noon), ("晏昼", DayPart.Noon), ("半下午", DayPart.Afternoon), ("过晌", DayPart.Afternoon), ("后半晌", DayPart.Afternoon), ("午后", DayPart.Afternoon), ("下午", DayPart.Afternoon), ("后晌", DayPart.Afternoon), ("下晌", DayPart.Afternoon), ("下昼", DayPart.Afternoon),
        ("傍晚", DayPart.Dusk), ("擦黑", DayPart.Dusk), ("傍黑儿", DayPart.Dusk), ("傍黑", DayPart.Dusk), ("晚上", DayPart.Evening), ("晚间", DayPart.Evening), ("今晚上", DayPart.Evening), ("今晚", DayPart.Evening), ("夜晚", DayPart.Evening), ("上半夜", DayPart.Evening),
        ("凌晨", DayPart.SmallHours), ("后半夜", DayPart.SmallHours), ("下半夜", DayPart.SmallHours), ("午夜", DayPart.MiddleOfNight), ("半夜", DayPart.MiddleOfNight), ("夜里", DayPart.Night), ("夜间", DayPart.Night), ("深夜", DayPart.MiddleOfNight), ("大半夜", DayPart.MiddleOfNight),
    ];

    private static readonly string[] Greetings = ["好", "安", "早好"];

    /// <summary>等了一下午, 每晚: how long or how often, not when.</summary>
    private static bool IsWholeOf(TimeText text, int at) => text.At(at - 1) == '每' || (text.At(at - 1) == '个' && text.At(at - 2) == '一') || (text.At(at - 1) == '一' && text.At(at - 2) is not ('周' or '期' or '拜' or '月' or '五'));

    /// <summary>Reads the part that starts here; after a day also 早, 晚, 夜.</summary>
    public static TimeAtom? Read(TimeText text, int at, bool followsDay)
    {
        foreach (var (word, part) in Words)
        {
            if (text.Is(at, word) && text.Is(at + word.Length, "几点"))
                return null;
            if (text.Is(at, word) && text.LengthOfAny(at + word.Length, Greetings) == 0 && !(word == "下午" && text.At(at + 2) == '茶' && !followsDay) && !IsWholeOf(text, at))
                return new TimeAtom(at, at + word.Length + (text.At(at + word.Length) == '头' && word == "晌午" ? 1 : 0)) { Part = part };
        }

        if (text.At(at) == '晚' && char.IsAsciiDigit(text.At(at + 1)) || text.At(at) == '晚' && Quantity.DigitOf(text.At(at + 1)) > 0 && text.Is(at + 2, "点"))
            return new TimeAtom(at, at + 1) { Part = DayPart.Evening };
        if (text.At(at) == '早' && text.At(at - 1) is not ('最' or '尽' or '趁' or '很') && Quantity.Read(text, at + 1) is { IsWhole: true, Low: >= 5 and <= 11 } hour && text.At(hour.End) == '点')
            return new TimeAtom(at, at + 1) { Part = DayPart.Morning };
        if (!followsDay)
            return null;
        return text.At(at) switch
        {
            '早' or '朝' => new TimeAtom(at, at + 1) { Part = DayPart.Morning },
            '晨' => new TimeAtom(at, at + 1) { Part = DayPart.Morning },
            '晚' => new TimeAtom(at, at + 1) { Part = DayPart.Evening },
            '夜' => new TimeAtom(at, at + 1) { Part = DayPart.Night },
            _ => null,
        };
    }
}
