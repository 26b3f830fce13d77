using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Amounts: 100块, ¥100, 两百五, 10块5, 50点券, and bare numbers that may be one. Numbers that count something else name nothing.</summary>
internal sealed class MoneyReader : IMentionReader
{
    private const int LongestAmount = 9;
    private const int LongestDay = 2;
    private const int LongestBareAmount = 4;

    /// <inheritdoc />
    public Reading? Read(Surroundings here, int at)
    {
        var sign = here.Text.At(at).IsHan() ? null : here.Words.CurrencyWords.Longest(here.Text, at);
        var start = sign is null ? at : here.SkipSpace(at + sign.Length);
        if (start >= here.Text.Plain.Length || (sign is null && char.IsAsciiLetterOrDigit(here.Text.At(at - 1))))
            return null;
        if (!ChineseNumber.TryRead(here.Text.Plain, start, out var end, out var value) || value.Length > LongestAmount || value == "0")
            return null;
        if (sign is not null)
            return Amount(at, end, value, clear: true, here.Words.Currencies[sign]);
        // 两三百块 is a guess.
        if (here.Text.At(at).IsHan() && ChineseNumber.DigitOf(here.Text.At(at - 1)) is not null)
            return new Reading(end, null);
        return ReadUnit(here, at, end, value) ?? ReadBare(here, at, end, value);
    }

    private static Reading? ReadUnit(Surroundings here, int at, int end, string value)
    {
        var behind = here.SkipSpace(end);
        if (here.Follows(here.Words.Nothing, at))
            return new Reading(end, null);
        var unit = here.Words.CurrencyWords.Longest(here.Text, behind);
        var counter = here.Words.OtherCounters.Longest(here.Text, behind);
        // 两个月卡 are two monthly cards.
        if (counter is not null && counter.EndsWith('月') && here.Text.At(behind + counter.Length) == '卡')
            return new Reading(behind + Math.Max(0, counter.Length - 1), null);
        // 20号 is a day; 12345678号 is an account.
        if (counter is not null && counter.Length > (unit?.Length ?? 0) && (counter is not "号" || value.Length <= LongestDay))
            return new Reading(behind + counter.Length, null);
        if (unit is not null)
            return WithTenths(here, at, behind + unit.Length, value, here.Words.Currencies[unit]);
        if (here.Words.FaceValueUnits.Longest(here.Text, behind) is not null)
            return Amount(at, end, value, clear: true, currency: null);
        return here.Words.GoodsCounters.Longest(here.Text, behind) is { } goods
            ? new Reading(behind + goods.Length, new Mention(at, behind + goods.Length, MentionKinds.Count, value, Clear: true))
            : null;
    }

    /// <summary>10块5 is 10.5.</summary>
    private static Reading WithTenths(Surroundings here, int at, int end, string value, string currency)
    {
        var next = here.Text.At(end);
        var tenths = char.IsAsciiDigit(next) ? next - '0' : ChineseNumber.DigitOf(next);
        var isTenths = tenths > 0 && here.Text.At(end - 1) == '块' && !value.Contains('.', StringComparison.Ordinal)
            && !ChineseNumber.TryRead(here.Text.Plain, end + 1, out _, out _) && here.Words.OtherCounters.Longest(here.Text, end + 1) is null
            && here.Words.GoodsCounters.Longest(here.Text, end + 1) is null;
        return isTenths ? Amount(at, end + 1, $"{value}.{tenths}", clear: true, currency) : Amount(at, end, value, clear: true, currency);
    }

    private static Reading? ReadBare(Surroundings here, int at, int end, string value)
    {
        var isArabic = char.IsAsciiDigit(here.Text.At(at));
        // 一 and 二 alone are words; longer runs of digits are names, not money; 12abc is a name.
        if (isArabic ? end - at > LongestBareAmount && !value.Contains('.', StringComparison.Ordinal) : end - at < 2)
            return null;
        if (char.IsAsciiLetterOrDigit(here.Text.At(end)) || here.Text.At(end) is '_' or '@' || (here.Text.At(end) is '-' or '/' && char.IsAsciiLetterOrDigit(here.Text.At(end + 1))))
            return null;
        // 看成7 speaks of one digit.
        var clear = end - at > 1 && (here.EndingAt(here.Words.Amount, at) is not null || here.Words.AmountTail.Longest(here.Text, end) is not null);
        return new Reading(end, new Mention(at, end, MentionKinds.Amount | MentionKinds.Region | MentionKinds.Count, value, clear));
    }

    private static Reading Amount(int at, int end, string value, bool clear, string? currency) =>
        new(end, new Mention(at, end, MentionKinds.Amount, value, clear, currency));
}
