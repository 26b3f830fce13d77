using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding;
using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Tests.Understanding;

/// <summary>Whatever is typed, pasted or sent by a script: an answer comes, and its cost grows with the length only.</summary>
public sealed class RobustnessTests
{
    private const int Seed = 20261122;

    private static readonly LexiconUnderstanding Understanding = new();

    private static readonly string[] Fragments =
    [
        "充错了", "不是", "改成", "要", "10块", "100", "一百", "13800001111", "138 0000 1111", "KM20261122000001", "abc_123", "a@b.cc", "18区", "QQ", "点券", "，", "。", " ", "\n",
        "?", "…", "的", "应该是", "instead of", "not", "refund", "wrong", "server", "#", "@", ".", "*", "¥", "$", "+86", "-", ":", "😀", "\uD83D", "\uDE00", "\0", "\u200B", "一", "万", "十", "两", "区", "服",
    ];

    [Fact]
    public void Understand_AnyCharacters_GivesAnAnswer()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 1_000; round++)
        {
            var text = RandomCharacters(random, random.Next(60));

            var understood = Understanding.Understand(text, RandomQuestion(random));

            Assert.InRange(understood.Confidence, 0, 1);
        }
    }

    [Fact]
    public void Understand_AnyPiecesOfMessages_GivesAnAnswer()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 1_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(25)).Select(_ => Fragments[random.Next(Fragments.Length)]));

            var understood = Understanding.Understand(text, RandomQuestion(random));

            Assert.InRange(understood.Confidence, 0, 1);
        }
    }

    [Fact]
    public void Understand_SameMessageTwice_MeansTheSame()
    {
        const string text = "本来想充10块，手滑点成100了，订单KM20261122000001";

        Assert.Equivalent(new LexiconUnderstanding().Understand(text, null), Understanding.Understand(text, null), strict: true);
    }

    [Theory]
    [InlineData("充错了，")]
    [InlineData("要10块充成100")]
    [InlineData("不是18区是8区")]
    [InlineData("把12345改成67890,")]
    [InlineData("a.")]
    [InlineData("a@b.")]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("一百")]
    [InlineData("微信")]
    [InlineData("好的")]
    [InlineData("meant 10 but bought 100 ")]
    [InlineData("138 ")]
    [InlineData("😀")]
    public void Understand_LongerMessage_CostsInProportion(string piece)
    {
        var half = Understanding.Effort(Repeat(piece, Folding.LongestRead / 2));
        var whole = Understanding.Effort(Repeat(piece, Folding.LongestRead));

        // Linear growth doubles the cost; what starts or ends a message adds a little.
        Assert.InRange(whole, 0, (half * 2.2) + 1_000);
    }

    [Theory]
    [InlineData("充错了，")]
    [InlineData("1")]
    [InlineData("a.")]
    [InlineData("\uD83D")]
    public void Understand_HundredKilobytes_CostsNoMoreThanWhatIsRead(string piece)
    {
        var read = Understanding.Effort(Repeat(piece, Folding.LongestRead));

        Assert.Equal(read, Understanding.Effort(Repeat(piece, 100_000)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("\0\u0001\u001F")]
    [InlineData("😀👍🏽")]
    [InlineData("\uD83D")]
    [InlineData("\uDE00\uD83D")]
    [InlineData("\u200B\uFEFF")]
    public void Understand_NothingSaid_IsNotSure(string text)
    {
        Assert.False(Understanding.Understand(text, null).Sure);
        Assert.False(Understanding.Understand(text, Asks.Confirm).Sure);
    }

    private static string Repeat(string piece, int length) => string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];

    private static string RandomCharacters(Random random, int length) => string.Create(length, random, (span, source) =>
    {
        for (var at = 0; at < span.Length; at++)
            span[at] = RandomCharacter(source);
    });

    private static char RandomCharacter(Random random) => random.Next(3) switch
    {
        0 => (char)random.Next(0x20, 0x7F),
        1 => (char)random.Next(0x4E00, 0x9FFF),
        _ => (char)random.Next(0x10000),
    };

    private static Asks? RandomQuestion(Random random) =>
        random.Next(2) == 0 ? null : Enum.GetValues<Asks>()[random.Next(Enum.GetValues<Asks>().Length)];
}
