using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Tests.Understanding;

/// <summary>Rule G2: the bot acts after an explicit yes only.</summary>
public sealed class ConfirmationTests
{
    private static readonly LexiconUnderstanding Understanding = new();

    [Theory]
    [InlineData("嗯…应该吧")]
    [InlineData("应该没错吧")]
    [InlineData("是不是")]
    [InlineData("是吗")]
    [InlineData("确认什么？")]
    [InlineData("好像是的")]
    [InlineData("我觉得可以")]
    [InlineData("可以吗")]
    [InlineData("不是不可以")]
    [InlineData("是的…吧")]
    [InlineData("对…吗")]
    [InlineData("确认之前我想问下")]
    [InlineData("好，但是等一下")]
    [InlineData("行不行啊")]
    [InlineData("嗯？")]
    [InlineData("yes?")]
    [InlineData("yes no")]
    [InlineData("yes but wait")]
    [InlineData("ok maybe")]
    [InlineData("I guess so")]
    [InlineData("sure?")]
    [InlineData("没问题吗")]
    [InlineData("没问题了")]
    [InlineData("嗯谢谢，没问题了")]
    [InlineData("对不对")]
    [InlineData("对不起")]
    [InlineData("👍")]
    [InlineData("1")]
    [InlineData("取消")]
    [InlineData("撤单")]
    [InlineData("是的就这样撤掉然后把钱退到我微信")]
    public void Reply_OtherThanAPlainYes_IsNoSureYes(string text)
    {
        var understood = Understanding.Understand(text, Asks.Confirm);

        Assert.False(understood is { Intent: Intent.Affirm, Sure: true }, $"{understood.Intent} {understood.Confidence}");
    }

    [Fact]
    public void Yes_WithMoreBehindItThanIsRead_IsNoSureYes()
    {
        var understood = Understanding.Understand("是" + new string(' ', 5_000) + "才怪，别动我的订单", Asks.Confirm);

        Assert.False(understood is { Intent: Intent.Affirm, Sure: true });
    }

    [Theory]
    [InlineData("确认撤单", Remedy.Cancel)]
    [InlineData("确认取消", Remedy.Cancel)]
    [InlineData("确认退款", Remedy.Cancel)]
    [InlineData("确认修改", Remedy.Modify)]
    public void Yes_ThatNamesTheRemedy_CarriesIt(string text, Remedy remedy)
    {
        var understood = Understanding.Understand(text, Asks.Confirm);

        Assert.Equal((Intent.Affirm, true, remedy), (understood.Intent, understood.Sure, understood.Remedy));
    }

    [Theory]
    [InlineData("是")]
    [InlineData("好的")]
    [InlineData("不是")]
    public void Reply_WithoutAQuestion_IsNotSure(string text) => Assert.False(Understanding.Understand(text, null).Sure);
}
