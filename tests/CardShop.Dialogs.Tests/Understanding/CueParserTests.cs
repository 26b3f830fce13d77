using CardShop.Dialogs.Understanding.Cues;

namespace CardShop.Dialogs.Tests.Understanding;

public sealed class CueParserTests
{
    private static readonly CueParser Parser = new(new Dictionary<string, IReadOnlyList<string>> { ["slip"] = ["充成", "点成"] });

    [Theory]
    [InlineData("充错", 1)]
    [InlineData("(充|买)(了)?错", 3)]
    [InlineData("<to>~{slip}<from>", 4)]
    [InlineData("^客服$", 3)]
    [InlineData("cancel my order", 1)]
    [InlineData("not (yet)? here", 3)]
    public void Cue_IsReadIntoItsParts(string written, int parts) => Assert.Equal(parts, Parser.Parse(written).Length);

    [Theory]
    [InlineData("")]
    [InlineData("~充错")]
    [InlineData("(了)?充错")]
    [InlineData("(充|买")]
    [InlineData("{nothing}")]
    [InlineData("<weather>")]
    [InlineData("(充|)")]
    [InlineData("充*('s)")]
    public void Cue_ThatCantBeFound_IsRefused(string written) => Assert.Throws<FormatException>(() => Parser.Parse(written));
}
