using System.Diagnostics;
using System.Globalization;
using CardShop.Dialogs.Understanding.Times;

namespace CardShop.Dialogs.Tests.Understanding.Times;

/// <summary>Whatever is typed: never the future, never a failure, never a piece of an order number, and no more work than the length asks for.</summary>
public sealed class PaymentTimePropertyTests
{
    private const int Seed = 20261121;
    private const int Rounds = 4_000;

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 14, 20, 0, TimeSpan.FromHours(8));

    private static readonly string[] Fragments =
    [
        "昨天", "前天", "今天", "上周", "周", "星期", "五", "20号", "11月", "31号", "上个月", "晚上", "早上", "凌晨", "半夜", "下午", "三点", "十二点", "零点", "24点", "半", "多", "前", "分钟", "小时", "个", "一", "十来", "七八", "半小时", "了", "付", "充的",
        "刚", "才", "刚刚", "14:05", "25:70", "2026-11-20", "2026/13/40", "0000-00-00", "9999-12-31", "30/5", "2/30", "明天", "yesterday", "last", "Friday", "night", "at", "9", "pm", "ago", "an hour", "half", "past", "to", "two", "quarter", "the 31st",
        "of", "February", "999天前", "999个月前", "差一刻", "差", "分", "，", " ", "\n", ".", ":", "😀", "\uD83D", "\u200B", "百", "零", "年", "paid", "between 7 and 8",
    ];

    private static readonly int[] Offsets = [-12, -5, 0, 8, 14];

    [Fact]
    public void Read_AnyPiecesAtAnyMoment_IsNeverInTheFutureAndKeepsTheOffset()
    {
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Fragments[random.Next(Fragments.Length)]));
            var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(Offsets[random.Next(Offsets.Length)])).AddMinutes(random.Next(60 * 24 * 400));

            if (PaymentTimeReader.Read(text, now) is not { } read)
                continue;

            Assert.Equal(read.At is null, read.From is not null);
            Assert.Equal(read.From is null, read.To is null);
            Assert.True((read.At ?? read.To) <= now, text);
            Assert.True(read.From is null || read.From < read.To, text);
            Assert.Equal(now.Offset, (read.At ?? read.From)?.Offset);
        }
    }

    [Fact]
    public void Read_AnyCharacters_DoesNotFail()
    {
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            var text = string.Create(random.Next(80), random, static (span, source) =>
            {
                foreach (ref var one in span)
                    one = (char)source.Next(char.MaxValue + 1);
            });

            _ = PaymentTimeReader.Read(text, Now);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9999)]
    public void Read_AtTheEndsOfTheCalendar_DoesNotFail(int year)
    {
        var now = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);

        foreach (var fragment in Fragments)
            _ = PaymentTimeReader.Read(fragment, now);

        Assert.Null(PaymentTimeReader.Read("昨天付的", now));
    }

    [Fact]
    public void Read_OrderNumbersPhonesAndAccounts_AreNoTimes()
    {
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            var digits = random.NextInt64(10_000_000, 9_999_999_999_999_999).ToString(CultureInfo.InvariantCulture);
            var number = (round % 4) switch
            {
                0 => $"订单号{digits}",
                1 => $"KM{digits}充错了",
                2 => $"我的QQ是{digits}",
                _ => $"order {digits[..4]}-{digits[4..]} please",
            };

            Assert.True(PaymentTimeReader.Read(number, Now) is null, number);
        }
    }

    [Theory]
    [InlineData("昨天")]
    [InlineData("1:")]
    [InlineData("半个多")]
    [InlineData("at quarter past ")]
    [InlineData("一")]
    [InlineData("2026-")]
    [InlineData("刚才说")]
    [InlineData("fifty ")]
    [InlineData("half past ")]
    public void Read_TheSameWordsOverAndOver_StaysQuick(string words)
    {
        var text = string.Concat(Enumerable.Repeat(words, 4_000));
        _ = PaymentTimeReader.Read(text, Now);
        var watch = Stopwatch.StartNew();

        _ = PaymentTimeReader.Read(text, Now);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }
}
