using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Tests.Policies;

/// <summary>The check before paying (rule V1): one function for the page and for the chat.</summary>
public sealed class OrderCheckTests
{
    private static readonly PlannedOrder Phone = new() { Product = "移动话费", Denomination = "100元", Target = new Target(Phone: "13812345678") };

    [Fact]
    public void NothingWrong_FindsNothing_AndNamesThePrice()
    {
        var result = Check(Phone);

        Assert.Empty(result.Findings);
        Assert.Equal(9930, result.Planned.AmountFen);
    }

    [Theory]
    [InlineData("1381234567", "phone_format")]
    [InlineData("138123456789", "phone_format")]
    [InlineData("23812345678", "phone_format")]
    [InlineData("１3812345678", "phone_format")]
    public void PhoneThatCanNotBe_StopsIt(string phone, string found)
    {
        var result = Check(Phone with { Target = new Target(Phone: phone) });

        Assert.Equal((found, FindingWeight.Stop), Assert.Single(result.Findings.Select(finding => (finding.Name, finding.Weight))));
    }

    [Theory]
    [InlineData("13012345678", "segment_other")]
    [InlineData("12012345678", "segment_unknown")]
    [InlineData("17051234567", null)]
    [InlineData("17091234567", "segment_other")]
    [InlineData("13491234567", "segment_other")]
    [InlineData("14012345678", "segment_unknown")]
    public void NumberSegment_IsAWarningOnly(string phone, string? found)
    {
        var result = Check(Phone with { Target = new Target(Phone: phone) });

        Assert.Equal(found, result.Findings.SingleOrDefault()?.Name);
        Assert.True(result.Weight is null or FindingWeight.Look);
    }

    [Theory]
    [InlineData("12345 678")]
    [InlineData("１２３４５")]
    [InlineData("12345\u200b")]
    public void AccountWithWhatCanNotBeSeen_StopsIt(string account) =>
        Assert.Equal("account_format", Assert.Single(Check(new PlannedOrder { Product = "Q币", Denomination = "10元", Target = new Target(account) }).Findings).Name);

    [Theory]
    [InlineData("没有的卡", "10元", "product_unknown")]
    [InlineData("Q币", "70元", "denomination_unknown")]
    [InlineData("Q币", null, "denomination_missing")]
    [InlineData(null, "10元", "product_missing")]
    public void GoodsThatTheShopDoesNotSell_AreNamed(string? product, string? denomination, string found) =>
        Assert.Contains(found, Check(new PlannedOrder { Product = product, Denomination = denomination, Target = new Target("12345") }).Findings.Select(finding => finding.Name));

    [Theory]
    [InlineData("QQ币", "10")]
    [InlineData("ｑ币", "10 元")]
    [InlineData("q Coins", "10元")]
    public void OtherWordsForTheGoods_AreTheShopsOwn(string product, string denomination)
    {
        var result = Check(new PlannedOrder { Product = product, Denomination = denomination, Target = new Target("12345") });

        Assert.Equal(("Q币", "10元"), (result.Planned.Product, result.Planned.Denomination));
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void RegionOfAnotherGame_StopsIt() => Assert.Equal(
        "region_unknown", Assert.Single(Check(new PlannedOrder { Product = "王者点券", Denomination = "10元", Target = new Target("12345", Region: "天空岛") }).Findings).Name);

    [Fact]
    public void PriceOfAnOldPage_StopsIt() => Assert.Equal("price_differs", Assert.Single(Check(Phone with { AmountFen = 9000 }).Findings).Name);

    /// <summary>T6, V3: the same rule as for orders that are there already.</summary>
    [Theory]
    [InlineData(5, PaymentState.Paid, true)]
    [InlineData(5, PaymentState.Unpaid, true)]
    [InlineData(5, PaymentState.Closed, false)]
    [InlineData(5, PaymentState.Refunded, false)]
    [InlineData((24 * 60) - 1, PaymentState.Paid, true)]
    [InlineData((24 * 60) + 1, PaymentState.Paid, false)]
    public void OpenTwin_IsALook(int minutesAgo, PaymentState payment, bool found)
    {
        var known = Some.Order() with { Product = "移动话费", Denomination = "100元", AmountFen = 9930, Target = Phone.Target, Payment = payment, CreatedAt = Some.Now.AddMinutes(-minutesAgo) };

        Assert.Equal(found, Check(Phone, known).Findings.Any(finding => finding is { Name: "twin", Weight: FindingWeight.Look }));
        Assert.Empty(Check(Phone with { OrderNo = known.OrderNo }, known).Findings);
        Assert.Empty(Check(Phone with { Quantity = 2 }, known).Findings);
    }

    /// <summary>What could not be looked at is said: nobody relies on it.</summary>
    [Fact]
    public void SilentShop_IsSaid()
    {
        var result = OrderCheck.Of(Phone, new OrderCheckFacts(Some.Now, null, null), new PolicySettings());

        Assert.Equal(["catalogue_unread", "twins_unread"], result.Findings.Select(finding => finding.Name));
        Assert.Equal(FindingWeight.NotChecked, result.Weight);
    }

    [Fact]
    public void TargetThatDoesNotExist_StopsIt()
    {
        var result = OrderCheck.Of(Phone, new OrderCheckFacts(Some.Now, Some.Products, [], Target: new TargetCheck(TargetOwner.Invalid, null)), new PolicySettings());

        Assert.Equal(("target_invalid", FindingWeight.Stop), (result.Findings[0].Name, result.Weight));
    }

    [Theory]
    [InlineData("13812345678", "138 1234 5678")]
    [InlineData("12345", "12345")]
    [InlineData("123456", "1234 56")]
    [InlineData("123456789", "1234 56789")]
    [InlineData("1234567890", "1234 5678 90")]
    [InlineData("sunny_0110", "sunny_0110")]
    [InlineData("me@shop.example", "me@shop.example")]
    public void ReadBack_IsGrouped(string value, string grouped) => Assert.Equal(grouped, Grouping.Of(value));

    /// <summary>D12: carriers are named in the reader's language.</summary>
    [Theory]
    [InlineData(Language.Chinese, "联通")]
    [InlineData(Language.English, "China Unicom")]
    public void Words_AreTheReaders(Language language, string carrier)
    {
        var words = OrderCheckWords.Of(Check(Phone with { Target = new Target(Phone: "13012345678") }), language);

        Assert.Contains(carrier, Assert.Single(words.Findings), StringComparison.Ordinal);
        Assert.Contains("130 1234 5678", words.Lines.Select(line => line.Value));
    }

    /// <summary>The segments are those that the ministry had given out (LEGAL.md, 7), and the file says so and by when.</summary>
    [Theory]
    [InlineData("134 135 136 137 138 139 147 148 150 151 152 157 158 159 165 1703 1705 1706 172 178 182 183 184 187 188 195 197 198", "mobile")]
    [InlineData("130 131 132 145 146 155 156 166 167 1704 1707 1708 1709 171 175 176 185 186 196", "unicom")]
    [InlineData("133 149 153 162 1700 1701 1702 173 177 180 181 189 190 191 193 199", "telecom")]
    [InlineData("192", "broadcast")]
    [InlineData("1349 1740 1749 1619", "satellite")]
    [InlineData("140 141 154 160 161 163 164 168 169 179 194 120", null)]
    public void Segments_AreThoseGivenOut(string segments, string? carrier) =>
        Assert.All(segments.Split(' '), segment => Assert.Equal(carrier, NumberSegments.Of(segment.PadRight(11, '0')).Carrier));

    /// <summary>Phone credit without a carrier: the number tells which, and that it was only the number is said.</summary>
    [Theory]
    [InlineData("话费", "13812345678", "移动话费")]
    [InlineData("Phone Credit", "13012345678", "联通话费")]
    public void SharedName_IsToldApartByTheNumber(string product, string phone, string expected)
    {
        var result = Check(new PlannedOrder { Product = product, Denomination = "100", Target = new Target(Phone: phone) });

        Assert.Equal((expected, "100元"), (result.Planned.Product, result.Planned.Denomination));
        Assert.Equal(("carrier_by_segment", FindingWeight.Look), Assert.Single(result.Findings.Select(finding => (finding.Name, finding.Weight))));
    }

    /// <summary>Where the number tells nothing, the customer does; without a number, that comes first.</summary>
    [Theory]
    [InlineData("18912345678", "product_which")]
    [InlineData("14012345678", "product_which")]
    [InlineData(null, "phone_missing")]
    public void SharedName_WithoutAnAnswer_IsAsked(string? phone, string found)
    {
        var result = Check(new PlannedOrder { Product = "话费", Denomination = "100元", Target = new Target(Phone: phone) });

        Assert.Contains((found, FindingWeight.Missing), result.Findings.Select(finding => (finding.Name, finding.Weight)));
        Assert.DoesNotContain(result.Findings, finding => finding.Weight == FindingWeight.Stop);
    }

    private static CheckedOrder Check(PlannedOrder planned, params Order[] recent) => OrderCheck.Of(planned, new OrderCheckFacts(Some.Now, Some.Products, recent), new PolicySettings());
}
