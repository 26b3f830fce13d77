using CardShop.Dialogs.Legal;

namespace CardShop.Dialogs.Tests.Legal;

public sealed class LegalGuidanceTests
{
    private const int MostDaysSinceChecked = 180;

    [Theory]
    [InlineData(1, 50_00, 25_00, 16_67)]
    [InlineData(1_00, 50_00, 25_00, 16_67)]
    [InlineData(10_000_00, 50_00, 25_00, 16_67)]
    [InlineData(10_000_01, 50_00, 25_00, 16_67)] // 50 + 0.01 × 2.5% = 50.00025
    [InlineData(50_000_00, 1_050_00, 525_00, 350_00)] // 50 + 40,000 × 2.5%
    [InlineData(100_000_00, 2_300_00, 1_150_00, 766_67)] // 50 + 90,000 × 2.5%
    [InlineData(1_000_000_00, 13_800_00, 6_900_00, 4_600_00)] // 2,300 + 100,000 × 2% + 300,000 × 1.5% + 500,000 × 1%
    [InlineData(2_000_000_00, 22_800_00, 11_400_00, 7_600_00)] // 13,800 + 1,000,000 × 0.9%
    public void On_AClaim_FollowsTheLadder(long claim, long full, long halved, long paymentOrder) =>
        Assert.Equal(new CourtFee(full, halved, paymentOrder), CourtFee.On(claim));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void On_AnAmountThatIsNoClaim_IsRefused(long claim) => Assert.Throws<ArgumentOutOfRangeException>(() => CourtFee.On(claim));

    [Theory]
    [InlineData(199_99, false)]
    [InlineData(200_00, true)]
    public void IsWorthIt_AroundTheThreshold_Turns(long amount, bool worth) => Assert.Equal(worth, Suit.IsWorthIt(amount));

    [Fact]
    public void LimitationEnds_OtherSideUnknown_HasNotBegun() => Assert.Null(Suit.LimitationEnds(null));

    [Fact]
    public void LimitationEnds_FromKnowingBoth_IsThreeYearsLater() =>
        Assert.Equal(new DateOnly(2029, 11, 23), Suit.LimitationEnds(new DateOnly(2026, 11, 23)));

    [Fact]
    public void Stale_ADayTooLate_IsEveryStatement() =>
        Assert.Equal(LawBook.Published.Statements, LawBook.Published.Stale(LawBook.Published.Statements.Max(statement => statement.Checked).AddDays(MostDaysSinceChecked + 1), MostDaysSinceChecked));

    [Theory]
    [InlineData("claim")]
    [InlineData("limitation")]
    [InlineData("fees")]
    [InlineData("alternatives")]
    [InlineData("where")]
    [InlineData("other-side")]
    [InlineData("channels")]
    [InlineData("do-not")]
    public void On_EachTopic_HasStatements(string topic) => Assert.NotEmpty(LawBook.Published.On(topic));

    [Fact]
    public void Statements_HaveNamesOfTheirOwn() =>
        Assert.Distinct(LawBook.Published.Statements.Select(statement => statement.Id));
}
