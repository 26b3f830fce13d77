using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;
using CardShop.Dialogs.Understanding.Learning;
using CardShop.Understanding.Model;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>Another person's valid account, walked to each of its ends (rules P3, L1 to L4, D1, D4, D7, D8).</summary>
public sealed class CoordinationTests
{
    private const string Number = "KM2026112200001";

    /// <summary>P3, L1: a stranger's account is asked about through the shop, at once, and neither side learns who the other is.</summary>
    [Fact]
    public void FirstMessage_GoesOutBeforeTheEvidence_AndNamesNobody()
    {
        var talk = Coordinating();

        Assert.Equal((Stage.Coordinating, CasePath.ThirdParty, "recipient"), (talk.Case.Stage, talk.Case.Path, talk.Case.DeadlineKind));
        Assert.Equal(Asks.Evidence, talk.Case.Asks);
        Assert.Equal(talk.Now.AddHours(72), talk.Case.Deadline);
        var message = Assert.IsType<MessageRecipient>(Assert.Single(talk.Sent));
        Assert.DoesNotContain("12345", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Number, message.Text, StringComparison.Ordinal);
        Assert.Contains("2026-11-28", talk.Said.Single(said => said.Key == "recipient.asked").Text, StringComparison.Ordinal);
    }

    /// <summary>D1, D4: an agreement is not the end: the shop is told once to pay back, and the outcome is set when it has.</summary>
    [Fact]
    public void Agreement_IsCarriedOutOnce_AndEndsWhenTheShopHasPaid()
    {
        var talk = Coordinating().RecipientSays(RecipientAnswer.Agrees);
        Assert.Equal("recipient.agrees_refund", Assert.Single(talk.Said).Key);
        Assert.True(talk.Said[0].IsNews);
        Assert.Equal(Stage.Executing, talk.Case.Stage);
        Assert.Null(talk.Case.Outcome);
        Assert.Equal(980, Assert.IsType<RefundOrder>(Assert.Single(talk.Moves)).AmountFen);

        talk.RecipientSays(RecipientAnswer.Agrees).RecipientSays(RecipientAnswer.Refuses);
        Assert.Empty(talk.Said);
        Assert.Single(talk.Moves);

        talk.ShopDoes();
        Assert.Equal((Stage.Closed, Outcome.ReturnedByRecipient, CasePath.ThirdParty), (talk.Case.Stage, talk.Case.Outcome, talk.Case.Path));
        Assert.Contains("refund.expected", talk.Keys);

        talk.RefundIs = new Refund(RefundState.Arrived, "原路退回微信支付", talk.Now, 980);
        Assert.Equal("refund.arrived", talk.Passes(TimeSpan.FromDays(4)).LastSaid);
    }

    /// <summary>L2, L3, D7: a refusal goes on record against the recipient, and the case ends with guidance, open to new facts.</summary>
    [Fact]
    public void Refusal_EndsWithGuidance_ShortAnswerFirst()
    {
        var talk = Coordinating().RecipientSays(RecipientAnswer.Refuses);

        Assert.Equal((Stage.Legal, Outcome.LegalGuidance, CasePath.ThirdParty), (talk.Case.Stage, talk.Case.Outcome, talk.Case.Path));
        Assert.Equal(["recipient.refuses", "answer.legal"], talk.Keys);
        Assert.Contains("不划算", talk.Said[^1].Text, StringComparison.Ordinal);
        Assert.EndsWith("请咨询律师。", talk.Said[^1].Text, StringComparison.Ordinal);
        Assert.Empty(talk.Moves);
    }

    /// <summary>L3, L4: fees and limits on asking, and the whole case as one bundle.</summary>
    [Fact]
    public void Guidance_GivesDetailsOnAsking_AndHandsOverTheCase()
    {
        var talk = Coordinating().RecipientSays(RecipientAnswer.Refuses).Says("要花多少钱");
        Assert.Equal("answer.legal_details", talk.Said[^1].Key);
        Assert.Contains("受理费 ¥50.00", talk.Said[^1].Text, StringComparison.Ordinal);

        talk.Says("诉讼时效是几年");
        Assert.Equal("answer.legal_details", talk.Said[^1].Key);
        Assert.Contains("三年", talk.Said[^1].Text, StringComparison.Ordinal);

        talk.Says("下载案件材料");
        Assert.Equal([CaseDocument.Bundle], talk.Said[^1].Documents);
        Assert.Equal(Stage.Legal, talk.Case.Stage);
        Assert.Contains(talk.Said[^1].Options, option => option.Id == "law_fees");
        Assert.Contains(talk.Said[^1].Options, option => option.Id == Buttons.Human);
        Assert.Equal("answer.legal_details", talk.Says(talk.Said[^1].Options[0].Label).Said[^1].Key);
    }

    /// <summary>L3: what there is to know stays one step away, however it is asked for.</summary>
    [Fact]
    public void Guidance_StaysAtHand_InTheCustomersOwnWords()
    {
        var talk = Coordinating().RecipientSays(RecipientAnswer.Refuses).Says("详细说说");
        Assert.Equal("guided.which", talk.Said[^1].Key);
        Assert.Contains(talk.Said[^1].Options, option => option.Id == "law_fees");
        Assert.Contains(talk.Said[^1].Options, option => option.Id == Buttons.Human);

        talk.Says("起诉要多少钱");
        Assert.Equal("answer.legal_details", talk.Said[^1].Key);
        Assert.Contains("受理费 ¥50.00", talk.Said[^1].Text, StringComparison.Ordinal);
        Assert.NotEmpty(talk.Said[^1].Options);

        Assert.Contains("三年", talk.Says("时效").Said[^1].Text, StringComparison.Ordinal);
        Assert.Equal(["guided.status", "answer.legal"], talk.Says("钱到了吗").Keys);

        talk.Says("下载材料");
        Assert.Equal([CaseDocument.Bundle], talk.Said[^1].Documents);

        Assert.Equal(["answer.thanks"], talk.Says("好的谢谢").Keys);
    }

    /// <summary>P11: to whoever waits for money, a question for it means that money.</summary>
    [Fact]
    public void MoneyAskedFor_AfterAReturn_IsToldOf()
    {
        var talk = Coordinating().RecipientSays(RecipientAnswer.Agrees).ShopDoes().Says("钱到了吗");

        Assert.StartsWith("refund.", talk.LastSaid, StringComparison.Ordinal);
    }

    /// <summary>D8: 72 hours, one reminder, 72 hours more; then silence is a refusal.</summary>
    [Fact]
    public void Silence_IsRemindedOfOnce_ThenCountsAsARefusal()
    {
        var talk = Coordinating().Passes(TimeSpan.FromHours(72));
        Assert.Equal("recipient.reminded", talk.LastSaid);
        Assert.Equal([false, true], talk.Sent.OfType<MessageRecipient>().Select(message => message.IsReminder));

        talk.Passes(TimeSpan.FromHours(71));
        Assert.Equal("recipient.reminded", talk.LastSaid);

        talk.Passes(TimeSpan.FromHours(1));
        Assert.Equal(Outcome.LegalGuidance, talk.Case.Outcome);
        Assert.Equal(["recipient.silent", "answer.legal"], talk.Keys);
        Assert.Equal(2, talk.Sent.Count);
    }

    [Fact]
    public void Agreement_AfterTheDeadline_IsStillCarriedOut()
    {
        var talk = Coordinating().Passes(TimeSpan.FromHours(144)).RecipientSays(RecipientAnswer.Agrees);
        Assert.Equal((Stage.Executing, (Outcome?)null), (talk.Case.Stage, talk.Case.Outcome));

        talk.ShopDoes();
        Assert.Equal(Outcome.ReturnedByRecipient, talk.Case.Outcome);
    }

    [Fact]
    public void RefusalTwice_IsToldOnce()
    {
        var talk = Coordinating().RecipientSays(RecipientAnswer.Refuses).RecipientSays(RecipientAnswer.Refuses);

        Assert.Empty(talk.Said);
        Assert.Single(talk.Events.OfType<RecipientNoted>());
    }

    [Fact]
    public void Shop_ThatPassesNothingOn_LeavesTheLegalRoute()
    {
        var talk = Coordinating();
        talk.ShopAnswers(talk.Sent[^1], new CommandRefused("not_supported", null));

        Assert.Equal(["recipient.shop_declines", "answer.legal"], talk.Keys);
        Assert.Equal(Outcome.LegalGuidance, talk.Case.Outcome);
    }

    /// <summary>L1: however it is asked.</summary>
    [Theory]
    [InlineData("对方是谁？告诉我他的电话"), InlineData("这个号是谁的"), InlineData("我的钱给谁了"), InlineData("把他的QQ给我，我自己跟他说"), InlineData("给我他的号码")]
    [InlineData("能不能把对方的信息给我"), InlineData("到底谁收了"), InlineData("who got my money?"), InlineData("give me their phone number"), InlineData("Whose account is it?")]
    public void RecipientsName_IsNotRevealed(string asked)
    {
        var talk = Coordinating().Says(asked);

        Assert.Contains("recipient.not_revealed", talk.Keys);
        Assert.Equal(Stage.Coordinating, talk.Case.Stage);
    }

    [Fact]
    public void Refund_RefusedForItsVersion_IsSentOnceMore()
    {
        var talk = Coordinating().RecipientSays(RecipientAnswer.Agrees);
        var moved = Delivered() with { Version = 9 };
        talk.With(Some.Facts(moved)).ShopAnswers(new CommandRefused("version_moved", moved));

        Assert.Equal([1, 9], talk.Moves.OfType<RefundOrder>().Select(refund => refund.ExpectedVersion));
        Assert.Equal(Outcome.ReturnedByRecipient, talk.ShopDoes().Case.Outcome);
    }

    [Fact]
    public void Person_TakesAGuidedCaseOn_WithoutOutcome()
    {
        var talk = Coordinating().RecipientSays(RecipientAnswer.Refuses).Says("转人工");

        Assert.Equal((Stage.WithHuman, (Outcome?)null, "CS-261122-TEST1"), (talk.Case.Stage, talk.Case.Outcome, talk.Case.Number));
    }

    [Fact]
    public void Evidence_InAGuidedCase_GoesToItsBundle()
    {
        var talk = Coordinating().RecipientSays(RecipientAnswer.Refuses).Sends(ReviewTests.Picture("E-9"));

        Assert.Contains("evidence.received", talk.Keys);
        Assert.Single(talk.State.Case!.Evidence);
    }

    /// <summary>L1: to ask for their phone is not to ask for a call; with the classifier, which takes it for one.</summary>
    [Theory]
    [InlineData("对方是谁？把他电话给我", "recipient.not_revealed"), InlineData("Give me his phone number", "recipient.not_revealed"), InlineData("转人工，我要对方的电话", "person.waiting")]
    public void RecipientsPhone_AskedFor_CallsNobody(string asked, string key) =>
        Assert.Equal(key, Coordinating(new LearnedUnderstanding(TrainedModel.Bytes)).Says(asked).Said[0].Key);

    /// <summary>L3, L4: papers asked for in English are handed over, and not taken for a question how it stands.</summary>
    [Fact]
    public void Papers_AskedForInEnglish_AreHandedOver() => Assert.Equal(
        [CaseDocument.Bundle],
        Coordinating(new LearnedUnderstanding(TrainedModel.Bytes)).RecipientSays(RecipientAnswer.Refuses).Says("download the case papers").Said[^1].Documents);

    /// <summary>L3: a refusal that comes while the case waits for a person says whether a suit is worth it, as it announces.</summary>
    [Fact]
    public void Refusal_WhileWaitingForAPerson_SaysWhetherASuitIsWorthIt()
    {
        var talk = Coordinating().Says("转人工").RecipientSays(RecipientAnswer.Refuses);

        Assert.Equal(["recipient.refuses", "answer.legal"], talk.Keys.Take(2));
        Assert.Contains("不划算", talk.Said[1].Text, StringComparison.Ordinal);
        Assert.Equal(Stage.WithHuman, talk.Case.Stage);
    }

    /// <summary>V1: prevention is told to whoever waits for a person, too.</summary>
    [Fact]
    public void Prevention_AskedFor_WhileWaitingForAPerson_IsTold() => Assert.Equal("answer.prevention", Coordinating().Says("转人工").Says("下次怎么避免充错").Said[0].Key);

    /// <summary>T10, L3: whoever was tricked hears of 110 first, whatever is asked of the law.</summary>
    [Fact]
    public void Law_AskedForByATrickedCustomer_BeginsWith110() =>
        Assert.Contains("110", Coordinating().Says("我被骗了，是他骗我充的").Says("法律上怎么办").Said[0].Text.Split('\n')[0], StringComparison.Ordinal);

    [Fact]
    public void ChildsOrder_IsRoutedToItsGuardian_AndHoldsNothingUp()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says($"孩子偷偷拿我手机充的，{Number} 账号充错了，要撤单");

        Assert.Contains("answer.minor", talk.Keys);
        Assert.Equal(Stage.Confirming, talk.Case.Stage);
        talk.Says("孩子自己充的").Says("孩子自己充的");
        Assert.Single(talk.Events.OfType<MinorTold>());
    }

    /// <summary>H2: a child's order needs no kind of mistake; a person is the first way.</summary>
    [Fact]
    public void ChildsOrder_WithoutAMistake_LeadsToAPersonFirst()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says("我家孩子偷偷拿我手机充的");

        Assert.Equal(["answer.minor", "ask.problem_minor"], talk.Keys);
    }

    [Theory]
    [InlineData("给孩子充话费，手机号填错了")]
    [InlineData("给我家孩子充的话费，手机号填错了")]
    [InlineData("怎么防止孩子自己乱充值")]
    public void WhatIsForAChild_OrToKeepOneFromIt_IsNoChildsOrder(string text) => Assert.False(Minors.Tells(text));

    [Theory]
    [InlineData("小孩充的能退吗")]
    [InlineData("我儿子充了500块")]
    public void ChildsOrder_ToldInPassing_IsOne(string text) => Assert.True(Minors.Tells(text));

    private static Order Delivered() => Some.Order() with { Delivery = DeliveryState.Delivered, TargetOwner = TargetOwner.Stranger };

    private static Script Coordinating(IUnderstanding? understands = null) => new Script { Understands = understands ?? new LexiconUnderstanding() }.With(Some.Facts(Delivered())).Opens().Says($"{Number} 账号充错了，充到别人号上了");
}
