using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding.Learning;
using CardShop.Understanding.Model;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>The check before paying, in the chat.</summary>
public sealed class PurchaseTests
{
    private const string Number = "KM2026112200001";

    /// <summary>With the classifier, to which a plan sounds like a report.</summary>
    private static readonly LearnedUnderstanding Learned = new(TrainedModel.Bytes);

    /// <summary>V1, V2, H2: asked for in one message, told in one, read back in groups.</summary>
    [Theory]
    [InlineData("付款前能帮我核对吗", "移动话费 100元，充到13812345678")]
    [InlineData("付款前你能帮我核对一遍账号和面额吗，我怕又弄错", "要买中国移动话费100，号码138 1234 5678")]
    [InlineData("Can you check it for me before I pay?", "China Mobile top-up 100 for 13812345678")]
    public void Check_IsOneQuestionAndOneAnswer(string asks, string plan)
    {
        var talk = new Script().Opens().Says(asks);
        Assert.Equal(["precheck.ask"], talk.Keys);

        talk.Says(plan);

        Assert.Equal("precheck.result", talk.Said[0].Key);
        Assert.Contains("138 1234 5678", talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Contains("¥99.30", talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Null(talk.State.Case);
        Assert.Empty(talk.Sent);
    }

    /// <summary>V1: the whole plan in the asking itself is answered at once.</summary>
    [Fact]
    public void Check_WithThePlanInTheSameMessage_AsksNothingBack() =>
        Assert.Contains("precheck.result", new Script().Opens().Says("付款前帮我核对一下：Q币 10元，充到QQ号 87654321").Keys);

    /// <summary>V1, D12: an English plan, the goods by their English names or by a name that several share.</summary>
    [Theory]
    [InlineData("check before I pay: 100 yuan phone credit to 13800138000", "移动话费 100元", "138 0013 8000")]
    [InlineData("Please check this before I pay: China Unicom, 100 yuan, number 13012345678", "联通话费 100元", "130 1234 5678")]
    [InlineData("check before I pay: Q coins 10 yuan for QQ 87654321", "Q币 10元", "8765 4321")]
    [InlineData("please check before I pay: Tencent Video VIP, monthly, account 87654321", "腾讯视频会员 月卡", "8765 4321")]
    public void Check_InEnglish_OfAChineseCatalogue_AsksNothingBack(string said, string goods, string target)
    {
        var talk = new Script(locale: "en-US") { Understands = Learned }.Opens().Says(said);

        Assert.Equal("precheck.result", talk.Said[0].Key);
        Assert.Contains(goods, talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Contains(target, talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Contains("¥", talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Null(talk.State.Case);
    }

    /// <summary>H2: which carrier is asked only where the number does not tell, and the answer is one word.</summary>
    [Fact]
    public void Check_OfANameThatSeveralShare_IsSettledByOneWord()
    {
        var talk = new Script().Opens().Says("付款前帮我核对一下：话费 100元，充到 18900001111");
        Assert.Contains("移动话费 / 联通话费", talk.Said[0].Text, StringComparison.Ordinal);

        talk.Says("联通");

        Assert.Contains("联通话费 100元", talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Contains("189 0000 1111", talk.Said[0].Text, StringComparison.Ordinal);
    }

    /// <summary>V3, T6: an open order like it is told, with its number.</summary>
    [Fact]
    public void OpenTwin_IsTold()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says("付款前能帮我核对吗").Says("Q币 10元 充到账号12345");

        Assert.Contains(Number, talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Contains("订单确认提醒", talk.Said[0].Text, StringComparison.Ordinal);
    }

    /// <summary>H2: what is missing or wrong is named, what was told stays, and only that is sent again.</summary>
    [Fact]
    public void WhatIsMissing_IsNamed_AndWhatWasToldStays()
    {
        var talk = new Script().Opens().Says("付款前能帮我核对吗").Says("移动话费 100元，手机号1381234567");
        Assert.Contains("10 位", talk.Said[0].Text, StringComparison.Ordinal);

        talk.Says("13812345678");

        Assert.Equal("precheck.result", talk.Said[0].Key);
        Assert.Contains("移动话费 100元", talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Contains("138 1234 5678", talk.Said[0].Text, StringComparison.Ordinal);
    }

    /// <summary>V1 in the middle of a case: the open question comes back, with all that the case knew.</summary>
    [Fact]
    public void InACase_TheOpenQuestionComesBack()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says($"{Number} 账号充错了").Says("改成正确的");
        Assert.Equal(Asks.Account, talk.State.Asked!.Asks);

        talk.Says("付款前能帮我核对吗").Says("移动话费 100元 13812345678");

        Assert.Equal("precheck.result", talk.Said[0].Key);
        Assert.Equal(Asks.Account, talk.State.Asked!.Asks);
        Assert.Null(talk.State.Case!.Wanted.Phone);
        talk.Says("67890");
        Assert.Equal("ask.confirm.modify", talk.Said[^1].Key);
    }

    /// <summary>V1: goods and an account are what was asked for, though elsewhere they tell of an order gone wrong.</summary>
    [Theory]
    [InlineData("充Q币 100元 QQ 12345")]
    [InlineData("我想买Q币100元，充到QQ 12345678")]
    public void Plan_ThatSoundsLikeAReport_IsChecked(string plan)
    {
        var talk = new Script().Opens().Says("付款前能帮我核对吗").Says(plan);

        Assert.Equal("precheck.result", talk.Said[0].Key);
        Assert.Null(talk.State.Case);
    }

    /// <summary>H3: whoever says something else instead is heard, and is not asked again what they want to buy.</summary>
    [Theory]
    [InlineData("我刚才账号充错了", "ask.order")]
    [InlineData("转人工", "person.")]
    [InlineData("算了", "")]
    public void SomethingElseInstead_IsHeard(string instead, string begins)
    {
        var talk = new Script().Opens().Says("付款前能帮我核对吗").Says(instead);

        Assert.Null(talk.State.Planned);
        Assert.DoesNotContain(talk.Keys, key => key.StartsWith("precheck.", StringComparison.Ordinal));
        Assert.Contains(talk.Keys, key => key.StartsWith(begins, StringComparison.Ordinal));
    }

    /// <summary>V1, H4: a guest, and a silent shop: what could not be looked at is said.</summary>
    [Fact]
    public void WhatCouldNotBeLookedAt_IsSaid()
    {
        var guest = new Script(customerId: null).Opens().Says("付款前能帮我核对吗").Says("移动话费 100元 13812345678");
        Assert.Contains("没有登录", guest.Said[0].Text, StringComparison.Ordinal);

        var silent = new Script { ShopIsDown = true }.Opens().Says("付款前能帮我核对吗").Says("Q币 10元 充到账号12345678");
        Assert.Contains("没有核对", silent.Said[0].Text, StringComparison.Ordinal);
    }

    /// <summary>V1: an account that the shop doesn't know stops it; whose it is otherwise is told to nobody.</summary>
    [Theory]
    [InlineData(TargetOwner.Invalid, true)]
    [InlineData(TargetOwner.Stranger, false)]
    public void UnknownTarget_StopsIt(TargetOwner owner, bool stops)
    {
        var talk = new Script { TargetOwner = owner }.Opens().Says("付款前能帮我核对吗").Says("Q币 10元 充到账号12345678");

        Assert.Equal(stops, talk.Said[0].Text.Contains("先别付款", StringComparison.Ordinal));
    }
}
