using System.Globalization;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding;
using CardShop.Dialogs.Understanding.Learning;
using CardShop.Understanding.Model;

namespace CardShop.Dialogs.Tests.Understanding.Learning;

/// <summary>
/// Whatever is sent, an answer comes: random Unicode, lone surrogates, pieces of real messages out of order, repetitions that send a careless expression astray, 100 KB.
/// 2,000 of them by default; <c>CARDSHOP_FUZZ=100000</c> tries more.
/// </summary>
public sealed class FuzzTests
{
    private const int Seed = 20261123;
    private const int Default = 2_000;
    private const int Huge = 100_000;
    private const int OneInHuge = 500;

    private static readonly LearnedUnderstanding Understanding = new(TrainedModel.Bytes);

    private static readonly string[] Pieces =
    [
        "充错了", "不是", "改成", "应该是", "要10块", "100", "两百五", "two hundred and", "fifty quid", "13800001111", "138 0000 1111", "＋８６ 138", "KM20261122000001", "KM-", "abc_123", "a@b.cc", "a@", "18区", "server 12", "QQ", "点券",
        "刚才", "昨晚十一点", "三四点", "half an hour", "ago", "10 to 9", "9.30", "1930hrs", "last", "Friday", "2026-13-45", "25:61", "，", "。", " ", "\n", "\r\n", "?", "…", "的", "not ", "instead of ", "(", ")", "[[", "*", "+", "\\", "$", "¥", "#", "—",
        "😀", "\uD83D", "\uDE00", "\0", "\u200B", "\u202E", "\uFEFF", "\uFFFF", "e\u0301", "ﬁ", "İ", "ß", "ظ", "ก็", "万万万万", "一一一一", "十十", "零零零零",
    ];

    [Fact]
    public void AnyText_IsAnswered()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("CARDSHOP_FUZZ"), CultureInfo.InvariantCulture, out var told) ? told : Default;
        var random = new Random(Seed);
        for (var round = 0; round < count; round++)
        {
            var text = Text(random, round);
            var asked = random.Next(2) == 0 ? (Asks?)null : Enum.GetValues<Asks>()[random.Next(Enum.GetValues<Asks>().Length)];
            var now = new DateTimeOffset(random.Next(2, 9998), random.Next(1, 13), random.Next(1, 29), random.Next(24), random.Next(60), 0, TimeSpan.FromHours(random.Next(-12, 15)));

            var understood = Understanding.Understand(text, asked, now);

            Assert.InRange(understood.Confidence, 0, 1);
            Assert.True(understood.Paid is not { } paid || (paid.At ?? paid.To) <= now, $"Round {round}: the future was read from {text}");
            Assert.NotNull(UnderstoodJson.Of("1", understood));
        }
    }

    /// <summary>Found by fuzzing: the next 万 left what a decimal can hold.</summary>
    [Theory]
    [InlineData("9999999999999999999999999999万")]
    [InlineData("9999999999999999999999999999千万万万")]
    [InlineData("一万万万万万万万万万万万")]
    [InlineData("99999999999999999999999999999999999.99块")]
    public void NumberBeyondCounting_IsAnswered(string text) => Assert.Null(Understanding.Understand(text, Asks.Amount).Entities.Amount.To);

    private static string Text(Random random, int round) => (round % OneInHuge == 0 ? 4 : random.Next(4)) switch
    {
        0 => string.Create(random.Next(80), random, static (span, from) =>
        {
            foreach (ref var one in span)
                one = (char)from.Next(char.MaxValue + 1);
        }),
        1 => string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => Pieces[random.Next(Pieces.Length)])),
        2 => Repeated(Pieces[random.Next(Pieces.Length)] + Pieces[random.Next(Pieces.Length)], random.Next(1, 2_000)),
        3 => string.Create(random.Next(200), random, static (span, from) =>
        {
            foreach (ref var one in span)
                one = (char)from.Next(' ', '\u007F');
        }),
        _ => Repeated(Pieces[random.Next(Pieces.Length)], Huge),
    };

    private static string Repeated(string piece, int length) => string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];
}
