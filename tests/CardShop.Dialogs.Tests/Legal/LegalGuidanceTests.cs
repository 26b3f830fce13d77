using CardShop.Dialogs.Legal;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Tests.Legal;

public sealed class LegalGuidanceTests
{
    private static readonly LegalSituation Unasked = new();

    [Theory]
    [InlineData(1, SuitWorth.FeeExceeds)]
    [InlineData(50_00, SuitWorth.FeeExceeds)]
    [InlineData(50_01, SuitWorth.Rarely)]
    [InlineData(199_99, SuitWorth.Rarely)]
    [InlineData(200_00, SuitWorth.Possible)]
    [InlineData(2_000_000_00, SuitWorth.Possible)]
    public void For_AnAmount_SaysWhetherASuitIsWorthIt(long amount, SuitWorth worth) => Assert.Equal(worth, LegalGuidance.For(amount, Unasked).Worth);

    [Fact]
    public void Say_ASmallAmount_SaysThatASuitIsNotWorthIt_AndWhatIs()
    {
        var said = LegalGuidance.For(1, Unasked).Say(Language.Chinese);

        Assert.Contains("¥0.01 打官司不划算", said, StringComparison.Ordinal);
        Assert.Contains("¥50.00（减半 ¥25.00）", said, StringComparison.Ordinal);
        Assert.Contains("免费的人民调解", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Say_ALargeAmount_NamesBothFees_AndALawyer()
    {
        var said = LegalGuidance.For(2_000_000_00, Unasked).Say(Language.English);

        Assert.Contains("the court fee is ¥22800.00, or ¥11400.00 on mediation", said, StringComparison.Ordinal);
        Assert.Contains("ask a lawyer before you decide", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RecipientStance.NotAsked, "尽快书面通知")]
    [InlineData(RecipientStance.Asked, "留好通知和送达的凭证")]
    [InlineData(RecipientStance.Refused, "对方知情后仍然拒绝")]
    [InlineData(RecipientStance.UsedUp, "法律上不用返还")]
    public void Say_WhatTheRecipientSaid_LeadsTheAnswer(RecipientStance stance, string words) =>
        Assert.Contains(words, LegalGuidance.For(100_00, Unasked with { Recipient = stance }).Say(Language.Chinese).Split('\n')[0], StringComparison.Ordinal);

    [Fact]
    public void Say_Fraud_IsToldFirst() =>
        Assert.Contains("110", LegalGuidance.For(null, new LegalSituation { IsFraud = true, IsMinor = true }).Say(Language.Chinese).Split('\n')[0], StringComparison.Ordinal);

    /// <summary>A child's order is a matter with the shop: of a recipient whom nobody has asked, nothing is said.</summary>
    [Fact]
    public void Say_AChildsOrder_SpeaksOfNoRecipient()
    {
        var lines = LegalGuidance.For(500_00, new LegalSituation { IsMinor = true }).Brief;

        Assert.Equal(["legal.short.minor"], lines.Select(line => line.Key));
        Assert.Contains("legal.short.asked", LegalGuidance.For(500_00, new LegalSituation { IsMinor = true, Recipient = RecipientStance.Asked }).Brief.Select(line => line.Key));
    }

    [Fact]
    public void For_NoAmount_SaysNothingOfFeesOfItsOwn()
    {
        var answer = LegalGuidance.For(null, Unasked);

        Assert.Null(answer.Worth);
        Assert.Single(answer.Brief);
        Assert.DoesNotContain(answer.Details.SelectMany(section => section.Lines), line => line.Key == "legal.fees.amount");
    }

    [Theory]
    [InlineData(40_00, "不划算")]
    [InlineData(100_00, "一般不划算")]
    [InlineData(20_000_00, "可以考虑起诉")]
    public void Fees_SayFirstWhetherItIsWorthIt(long amount, string verdict) =>
        Assert.Contains(verdict, LegalGuidance.For(amount, Unasked).Say(LegalTopic.Fees, Language.Chinese)!.Split('\n')[1], StringComparison.Ordinal);

    [Fact]
    public void Fees_OfAChildsOrder_SpeakOfNoSuit() =>
        Assert.DoesNotContain("起诉", LegalGuidance.For(20_000_00, new LegalSituation { IsMinor = true }).Say(LegalTopic.Fees, Language.Chinese)!.Split('\n')[1], StringComparison.Ordinal);

    [Fact]
    public void For_TheOtherSideKnown_CountsTheThreeYears_AndLeavesOutHowToFindThem()
    {
        var answer = LegalGuidance.For(500_00, Unasked with { RecipientKnownSince = new DateOnly(2026, 11, 23) });

        Assert.Contains("2029-11-23", answer.Say(LegalTopic.Limitation, Language.Chinese), StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Brief, line => line.Key == "legal.short.name_first");
        Assert.DoesNotContain(answer.Details.SelectMany(section => section.Lines), line => line.Law?.Id == "defendant_unclear");
    }

    [Fact]
    public void For_TheOtherSideUnknown_SaysThatTheThreeYearsUsuallyHaveNotBegun() =>
        Assert.Contains("一般还没有开始算", LegalGuidance.For(500_00, Unasked).Say(LegalTopic.Limitation, Language.Chinese), StringComparison.Ordinal);

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void For_PhoneCredit_NamesTheCarrier(bool isPhoneCredit, bool named) => Assert.Equal(
        named, LegalGuidance.For(100_00, Unasked with { IsPhoneCredit = isPhoneCredit }).Say(LegalTopic.Channels, Language.Chinese)!.Contains("10086", StringComparison.Ordinal));

    [Fact]
    public void For_AnAdult_SaysNothingOfChildren()
    {
        Assert.Null(LegalGuidance.For(100_00, Unasked).Say(LegalTopic.Minors, Language.Chinese));
        Assert.NotNull(LegalGuidance.For(100_00, Unasked with { IsMinor = true }).Say(LegalTopic.Minors, Language.Chinese));
    }

    [Theory]
    [InlineData(Language.Chinese, "以上为一般性法律信息")]
    [InlineData(Language.English, "General legal information")]
    public void EveryAnswer_InBothLanguages_EndsWithTheFooter(Language language, string footer)
    {
        foreach (var stance in Enum.GetValues<RecipientStance>())
        {
            var answer = LegalGuidance.For(12_345_67, new LegalSituation { Recipient = stance, IsMinor = true, IsPhoneCredit = true, IsFraud = true });
            Assert.InRange(answer.Brief.Count, 1, 6);
            Assert.Equal(Enum.GetValues<LegalTopic>(), answer.Details.Select(section => section.Topic));
            Assert.All(Enum.GetValues<LegalTopic>().Select(topic => answer.Say(topic, language)!).Append(answer.Say(language)), said =>
            {
                Assert.StartsWith(footer, said.Split('\n')[^1], StringComparison.Ordinal);
                Assert.DoesNotMatch(@"\{\w+\}", said);
            });
        }
    }

    [Fact]
    public void For_AnAmountThatIsNoClaim_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => LegalGuidance.For(0, Unasked));

    [Fact]
    public void LimitationEnds_OtherSideUnknown_HasNotBegun() => Assert.Null(Suit.LimitationEnds(null));
}
