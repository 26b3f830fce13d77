using CardShop.Dialogs.Legal;

namespace CardShop.Dialogs.Tests.Legal;

/// <summary>The ladder of 诉讼费用交纳办法 13, worked by hand.</summary>
public sealed class CourtFeeTests
{
    [Theory]
    [InlineData(1, 50_00, 25_00, 16_67)] // 0.01 yuan
    [InlineData(1_00, 50_00, 25_00, 16_67)]
    [InlineData(10_000_00, 50_00, 25_00, 16_67)]
    [InlineData(10_000_01, 50_00, 25_00, 16_67)] // 50 + 0.01 × 2.5% = 50.00025
    [InlineData(20_000_00, 300_00, 150_00, 100_00)] // 50 + 10,000 × 2.5%
    [InlineData(50_000_00, 1_050_00, 525_00, 350_00)] // 50 + 40,000 × 2.5%
    [InlineData(100_000_00, 2_300_00, 1_150_00, 766_67)] // 50 + 90,000 × 2.5%
    [InlineData(1_000_000_00, 13_800_00, 6_900_00, 4_600_00)] // 2,300 + 100,000 × 2% + 300,000 × 1.5% + 500,000 × 1%
    [InlineData(2_000_000_00, 22_800_00, 11_400_00, 7_600_00)] // 13,800 + 1,000,000 × 0.9%
    [InlineData(30_000_000_00, 191_800_00, 95_900_00, 63_933_33)] // 22,800 + 24,000 + 35,000 + 60,000 + 50,000
    public void On_AClaim_FollowsTheLadder(long claim, long full, long halved, long paymentOrder) =>
        Assert.Equal(new CourtFee(full, halved, paymentOrder), CourtFee.On(claim));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void On_AnAmountThatIsNoClaim_IsRefused(long claim) => Assert.Throws<ArgumentOutOfRangeException>(() => CourtFee.On(claim));
}
