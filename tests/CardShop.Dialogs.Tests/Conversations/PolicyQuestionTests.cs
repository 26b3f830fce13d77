using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Understanding;
using CardShop.Dialogs.Understanding.Learning;
using CardShop.Understanding.Model;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>Questions about the rules, asked in words or by rule number in any state, are answered from the shop's own figures, and the open question comes back.</summary>
public sealed class PolicyQuestionTests
{
    /// <summary>P1, P2, P7, P10, R1, R3, R4, L1, G3, E3, T6, T7, H4: one topic each.</summary>
    [Theory]
    [InlineData("超过15分钟还能改吗", "rule.window")]
    [InlineData("周末你们审核的人上不上班", "rule.hours")]
    [InlineData("人工审核一般需要几个工作日？", "rule.review")]
    [InlineData("你们对卡密的规定是怎样的", "rule.codes")]
    [InlineData("一天能改几次号码", "rule.limit")]
    [InlineData("你们退款是原路退还是退到余额里头", "rule.arrival")]
    [InlineData("发了货的订单还能不能撤，规则在哪里看？", "rule.shipped")]
    [InlineData("申请修改要准备哪些材料", "rule.evidence")]
    [InlineData("how long does the manual review normally take?", "rule.review")]
    public void Question_IsAnsweredByItsTopic(string question, string key) => Assert.Equal(key, new Script().Opens().Says(question).Said[0].Key);

    [Theory]
    [InlineData("规则P10是什么", "P10", "rule.codes"), InlineData("规则G3", "G3", "rule.limit"), InlineData("第R4条是什么规定", "R4", "rule.own_account")]
    public void RuleNumber_IsAnsweredByWhatItSays(string question, string rule, string key)
    {
        var talk = new Script().Opens().Says(question);

        Assert.Equal(key, talk.Said[0].Key);
        Assert.Contains(rule, RuleTopic.OfRule(rule)!.Rules);
    }

    /// <summary>T8 and V2, V4 are told nowhere else: whoever asks by number hears them.</summary>
    [Fact]
    public void RulesOfPreventionAndRisk_AreToldByNumber()
    {
        Assert.Equal("rule.binding", new Script().Opens().Says("规则V2").Said[0].Key);
        Assert.Equal("rule.unused", new Script().Opens().Says("规则V4").Said[0].Key);
        Assert.Equal("rule.risks", new Script().Opens().Says("规则T8").Said[0].Key);
    }

    /// <summary>H4: what the shop can do, and what it can't.</summary>
    [Fact]
    public void WhatTheShopCannotDo_IsSaidPlainly() => Assert.Contains("做不了的", new Script().Opens().Says("规则H4").Said[0].Text, StringComparison.Ordinal);

    [Fact]
    public void RuleThatDoesNotExist_IsNoRule() => Assert.DoesNotContain(new Script().Opens().Says("规则P99").Keys, key => key.StartsWith("rule.", StringComparison.Ordinal));

    [Fact]
    public void Answer_SaysTheShopsOwnFigures()
    {
        var talk = new Script { Settings = new PolicySettings { MaxChanges = 5 } }.Opens().Says("一天能改几次");

        Assert.Contains("最多改或撤 5 次", talk.Said[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void QuestionInTheMiddle_LeadsBackToTheReadBack()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says("KM2026112200001 账号充错了，改成67890").Says("人工审核一般要几个工作日");

        Assert.Equal("rule.review", talk.Said[0].Key);
        Assert.Equal("ask.confirm.modify", talk.Said[^1].Key);
        Assert.Equal(Stage.Confirming, talk.Case.Stage);
        Assert.Empty(talk.Moves);
    }

    /// <summary>G2: a question that sounds like another wish changes nothing of what was read back.</summary>
    [Theory]
    [InlineData("看过的卡密还能退吗", "rule.codes"), InlineData("退款是原路退吗？", "rule.arrival")]
    public void QuestionThatSoundsLikeAWish_LeavesTheReadBackAsItIs(string question, string key)
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says("KM2026112200001 账号充错了，改成67890").Says(question);

        Assert.Equal(key, talk.Said[0].Key);
        Assert.Equal("ask.confirm.modify", talk.Said[^1].Key);
    }

    [Fact]
    public void EveryTopic_HasItsWords() =>
        Assert.All(RuleTopic.All, topic => Assert.Contains("rule." + topic.Name, TextCatalogue.Keys(Language.Chinese)));

    /// <summary>V1: how to keep a child from ordering is answered for what it asks, and opens no case.</summary>
    [Theory]
    [InlineData("怎么防止孩子自己乱充值", "免密支付"), InlineData("How can I keep my kid from buying things?", "password-free")]
    public void ChildToBeKeptFromOrdering_IsAnswered_AndOpensNoCase(string question, string advice)
    {
        var talk = new Script { Understands = new LearnedUnderstanding(TrainedModel.Bytes) }.Opens().Says(question);

        Assert.Equal("rule.children", talk.Said[0].Key);
        Assert.Contains(advice, talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Null(talk.State.Case);
    }

    /// <summary>H4, L1: a threat is answered calmly, and the customer is not left.</summary>
    [Theory]
    [InlineData("我要人肉他"), InlineData("再不退我就上门堵你们"), InlineData("I will hunt him down")]
    public void Threat_IsAnsweredCalmly_AndTheCaseGoesOn(string threat)
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says("KM2026112200001 账号充错了，改成67890").Says(threat);

        Assert.Equal("answer.threat", talk.Said[0].Key);
        Assert.Equal("ask.confirm.modify", talk.Said[^1].Key);
    }

    /// <summary>E6: an identity number is not wanted in the chat, whoever's it is.</summary>
    [Fact]
    public void IdentityNumber_IsSaidNotToBeNeeded() => Assert.Equal("note.identity_number", new Script().Opens().Says("账号充错了 身份证 11010519491231002X").Said[0].Key);

    /// <summary>H2: asked for while another question is open, in words that the open question colours.</summary>
    [Fact]
    public void RulesAskedFor_InTheMiddleOfAQuestion_AreTold_AndTheQuestionComesBack()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says("手机号填错了").Says("15分钟规则是怎么回事");

        Assert.Equal(["rule.window", "ask.order.pick"], talk.Keys);
    }
}
