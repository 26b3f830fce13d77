using CardShop.Dialogs.Understanding.Mentions;

namespace CardShop.Dialogs.Tests.Understanding;

public sealed class NumberTests
{
    [Theory]
    [InlineData("100", "100")]
    [InlineData("10.5", "10.5")]
    [InlineData("1,000", "1000")]
    [InlineData("12,345,678", "12345678")]
    [InlineData("十", "10")]
    [InlineData("十五", "15")]
    [InlineData("二十", "20")]
    [InlineData("一百", "100")]
    [InlineData("一百二", "120")]
    [InlineData("两百五", "250")]
    [InlineData("一百零五", "105")]
    [InlineData("一百五十", "150")]
    [InlineData("一千五", "1500")]
    [InlineData("一千零五十", "1050")]
    [InlineData("三万二", "32000")]
    [InlineData("1百", "100")]
    [InlineData("2千5", "2500")]
    [InlineData("3k", "3000")]
    [InlineData("2w", "20000")]
    public void Number_AsWrittenInChats_IsRead(string written, string value)
    {
        Assert.True(ChineseNumber.TryRead(written, 0, out var end, out var read));
        Assert.Equal((written.Length, value), (end, read));
    }

    [Theory]
    [InlineData("万一")]
    [InlineData("千万别")]
    [InlineData("百度")]
    [InlineData("块")]
    [InlineData("k")]
    public void Word_ThatOnlyLooksLikeANumber_IsNone(string written) => Assert.False(ChineseNumber.TryRead(written, 0, out _, out _));

    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("11010519491231002x", true)]
    [InlineData("110105194912310021", false)] // wrong check character
    [InlineData("110105194913310024", false)] // no such month
    [InlineData("123261122153045678", false)] // an order number of 18 digits
    [InlineData("KM2026112200000001", false)]
    [InlineData("1101051949123100", false)]
    public void ResidentId_IsToldByBirthDateAndCheckCharacter(string token, bool isResidentId) => Assert.Equal(isResidentId, ResidentId.Looks(token));
}
