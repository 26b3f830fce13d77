using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>Where a case stands is told at any time, from whichever conversation, and to its customer only (rules R5, H1, E3).</summary>
public sealed class StatusTests
{
    private const string Elsewhere = "CS-261120-7K3QF";

    [Fact]
    public void CaseOfAnotherConversation_IsToldByItsNumber()
    {
        var talk = Talk().Says($"工单 {Elsewhere} 到哪了");

        Assert.Equal("status.case", talk.Said[0].Key);
        Assert.Contains(Elsewhere, talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Contains("正在审核", talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Contains("最晚 2026-11-25 有答复", talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Null(talk.State.Case);
    }

    [Fact]
    public void CaseNumberInSmallLetters_IsTheSameCase() => Assert.Equal("status.case", Talk().Says(Elsewhere.ToLowerInvariant()).Said[0].Key);

    [Fact]
    public void CaseOfSomebodyElse_IsAnsweredAsOneThatDoesNotExist() => Assert.Equal("status.unknown", Talk().Says("CS-261120-AAAAA 怎么样了").Said[0].Key);

    [Fact]
    public void Guest_HearsNothingOfACase_AndHowToGetThere()
    {
        var talk = Talk(customer: null).Says($"{Elsewhere} 怎么样了");

        Assert.Equal("status.sign_in", talk.Said[0].Key);
        Assert.Contains(talk.Said[0].Options, option => option.Id == "human");
    }

    [Fact]
    public void StatusWithoutANumber_TellsTheCustomersOwnCases()
    {
        var talk = Talk().Says("我昨天提交的申请怎么样了");

        Assert.Equal("status.case", talk.Said[0].Key);
        Assert.Contains(Elsewhere, talk.Said[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void StatusAskedInTheMiddle_LeadsBackToTheOpenQuestion()
    {
        var talk = Talk().With(Some.Facts(Some.Order())).Says("KM2026112200001 账号充错了，改成67890");
        Assert.Equal(Stage.Confirming, talk.Case.Stage);
        talk.Says($"对了 {Elsewhere} 怎么样了");

        Assert.Equal("status.case", talk.Said[0].Key);
        Assert.Equal("ask.confirm.modify", talk.Said[^1].Key);
        Assert.Empty(talk.Moves);
    }

    [Fact]
    public void OwnCaseOfThisConversation_IsToldByItsNumberToo()
    {
        var talk = Talk().With(Some.Facts(Some.Order())).Says("KM2026112200001 账号充错了，改成67890").Says("CS-261122-TEST1 到哪一步了");

        Assert.Contains("等您确认", talk.Said[0].Text, StringComparison.Ordinal);
    }

    /// <summary>H2: a case number is no order number, and opens no case of its own.</summary>
    [Fact]
    public void CaseNumber_WhileAnotherCaseIsUnderReview_OpensNoCase()
    {
        var talk = Talk().With(Some.Facts(Some.Order() with { Delivery = DeliveryState.Processing })).Says("KM2026112200001 账号充错了，退款").Says("就这些了").Says("确认提交");
        Assert.Equal(Stage.UnderReview, talk.Case.Stage);
        talk.Says($"{Elsewhere} 呢");

        Assert.Equal("status.case", talk.Said[0].Key);
        Assert.Empty(talk.State.Parked);
        Assert.Equal("CS-261122-TEST1", talk.State.Case!.Number);
    }

    /// <summary>R5, G2: whoever tells of the same order in another conversation hears that it is seen to already, once, and is not held up.</summary>
    [Fact]
    public void OrderWhoseCaseIsInOtherHands_IsSaidSo()
    {
        var talk = Talk().With(Some.Facts(Some.Order()));
        talk.Cases[Elsewhere] = talk.Cases[Elsewhere] with { Orders = [new CaseOrderView("KM2026112200001", null, null)] };
        talk.Says("KM2026112200001 账号充错了");

        Assert.Contains(talk.Said, message => message.Key == "status.same_order" && message.Text.Contains(Elsewhere, StringComparison.Ordinal) && message.Text.Contains("正在审核", StringComparison.Ordinal));
        Assert.NotNull(talk.State.Asked);
        Assert.DoesNotContain("status.same_order", talk.Says("改成67890").Keys);
    }

    /// <summary>R5: news that was said in another conversation is told here, and the open question stays open.</summary>
    [Fact]
    public void NewsOfAnotherConversation_IsTold_AndTheOpenQuestionStaysOpen()
    {
        var talk = Talk().With(Some.Facts(Some.Order())).Says("KM2026112200001 账号充错了，改成67890");
        talk.Hears(Elsewhere, "审核通过了");

        Assert.Equal(["news.elsewhere"], talk.Keys);
        Assert.Contains("审核通过了", talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Single(talk.Says("确认").Moves);
    }

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void EveryOutcome_IsToldInWords(Outcome outcome)
    {
        var talk = Talk();
        talk.Cases[Elsewhere] = talk.Cases[Elsewhere] with { Stage = Stage.Closed, Outcome = outcome, Deadline = null, DeadlineKind = null };

        Assert.Equal("status.case", talk.Says(Elsewhere).Said[0].Key);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void EveryStage_IsToldInWords(Stage stage)
    {
        var talk = Talk(locale: "en-US");
        talk.Cases[Elsewhere] = talk.Cases[Elsewhere] with { Stage = stage };

        Assert.Equal("status.case", talk.Says($"how is {Elsewhere} going?").Said[0].Key);
    }

    [Fact]
    public void RefundUnderWay_IsToldWithItsWayAndDay()
    {
        var talk = Talk();
        talk.Cases[Elsewhere] = talk.Cases[Elsewhere] with
        {
            Stage = Stage.Closed,
            Outcome = Outcome.Refunded,
            Refund = new RefundView("processing", "微信支付", Some.Now.AddDays(2)),
        };

        Assert.Contains("退款走微信支付，预计 2026-11-24 前到账", talk.Says(Elsewhere).Said[0].Text, StringComparison.Ordinal);
    }

    public static TheoryData<Outcome> Outcomes() => [.. Enum.GetValues<Outcome>()];

    public static TheoryData<Stage> Stages() => [.. Enum.GetValues<Stage>()];

    private static Script Talk(string? customer = "c-1", string locale = "zh-CN")
    {
        var talk = new Script(customer, locale).Opens();
        talk.Cases[Elsewhere] = new CaseView
        {
            Number = Elsewhere,
            Stage = Stage.UnderReview,
            State = nameof(CaseState.UnderReview),
            Orders = [new CaseOrderView("KM2026112000009", CasePath.ManualReview, null)],
            Rules = [],
            Deadline = new DateTimeOffset(2026, 11, 25, 18, 0, 0, TimeSpan.FromHours(8)),
            DeadlineKind = "review",
        };
        return talk;
    }
}
