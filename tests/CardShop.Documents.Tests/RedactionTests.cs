namespace CardShop.Documents.Tests;

public sealed class RedactionTests
{
    private static readonly Redaction Redaction = new(["wx_stranger88", "100200300"], ["123456199001011230", "13900001111"]);

    [Theory]
    [InlineData("打 13812345678 找我", "打 138****5678 找我")]
    [InlineData("138 1234 5678", "138****5678")]
    [InlineData("138-1234-5678。", "138****5678。")]
    [InlineData("身份证 11010519491231002X", "身份证 110****2X")]
    [InlineData("卡号 4111111111111111", "卡号 411****1111")]
    [InlineData("写信 someone@example.com", "写信 so***ne@example.com")]
    [InlineData("QQ号：12345678", "QQ号：123****5678")]
    [InlineData("他是 WX_Stranger88", "他是 wx_****er88")]
    [InlineData("充到 100200300 了", "充到 100****0300 了")]
    [InlineData("订单 123456199001011230", "订单 123456199001011230")]
    [InlineData("订单 13900001111", "订单 13900001111")]
    [InlineData("已是 138****5678", "已是 138****5678")]
    [InlineData("付了 100 元，2026-11-23 12:00", "付了 100 元，2026-11-23 12:00")]
    public void Apply_MasksWhatIsSomebodys_AndNothingElse(string text, string masked) => Assert.Equal(masked, Redaction.Apply(text));
}
