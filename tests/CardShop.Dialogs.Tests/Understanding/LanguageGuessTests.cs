using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Tests.Understanding;

public sealed class LanguageGuessTests
{
    [Theory]
    [InlineData("充错了", Language.Chinese)]
    [InlineData("充錯區了", Language.Chinese)]
    [InlineData("QQ account 填错了", Language.Chinese)]
    [InlineData("是", Language.Chinese)]
    [InlineData("wrong server", Language.English)]
    [InlineData("refund", Language.English)]
    [InlineData("I bought 点券 instead of a monthly card by mistake", Language.English)]
    [InlineData("", Language.Unknown)]
    [InlineData("13800001111", Language.Unknown)]
    [InlineData("KM20261122000001", Language.Unknown)]
    [InlineData("ok", Language.Unknown)]
    [InlineData("y", Language.Unknown)]
    [InlineData("QQ", Language.Unknown)]
    [InlineData("😀", Language.Unknown)]
    [InlineData("18?", Language.Unknown)]
    public void Of_Message_GoesByItsScript(string text, Language language) => Assert.Equal(language, LanguageGuess.Of(text));
}
