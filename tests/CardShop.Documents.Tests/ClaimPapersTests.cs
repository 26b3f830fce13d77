using CardShop.Dialogs.Understanding;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CardShop.Documents.Tests;

/// <summary>The papers of a claim against the recipient: demand, complaint, evidence list.</summary>
public sealed class ClaimPapersTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 20, 0, 0, TimeSpan.FromHours(8));

    private static readonly ClaimFacts Short = new() { Order = new ApplicationFacts { Language = Language.Chinese, WrittenAt = Now, CaseNumber = "C-2024" } };

    private static readonly ClaimFacts Long = new()
    {
        Order = new ApplicationFacts
        {
            Language = Language.English,
            WrittenAt = Now,
            CaseNumber = "C-2025",
            Shop = "示例卡铺",
            OrderNumber = "A1B2C3D4E5F6G7H8",
            Product = "话费充值 100 元",
            AmountInFen = 2_000_000_00,
            PaidAt = Now.AddHours(-3),
            Delivery = "已到账",
            WrongValue = "139****0001",
            RightValue = "138****5678",
            Cause = string.Concat(Enumerable.Repeat("给家人充值时看错了一位号码。\u0001\n", 20)),
            Evidence = [.. Enumerable.Range(1, 30).Select(number => new EvidenceLine($"付款截图 {number}", "证明付款时间、金额和收款方，与订单一致", Now.AddMinutes(-number)))],
        },
        Demanded = "2026-11-20 由店铺转达",
        Answer = "2026-11-22 拒绝返还",
    };

    public static TheoryData<string, bool> Papers => new(
        from paper in new[] { "demand", "complaint", "list" }
        from full in new[] { true, false }
        select (paper, full));

    [Theory]
    [MemberData(nameof(Papers))]
    public void Write_AnyFacts_IsValidOpenXml(string paper, bool full)
    {
        using var document = Open(paper, full ? Long : Short);

        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => error.Description));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Write_TheSameFactsTwice_GivesTheSameBytes(string paper, bool full) =>
        Assert.Equal(Write(paper, full ? Long : Short), Write(paper, full ? Long : Short));

    [Theory]
    [MemberData(nameof(Papers))]
    public void Write_AnyFacts_LeavesNoNameUnfilled(string paper, bool full) => Assert.DoesNotMatch(@"\{\w+\}", TextOf(paper, full ? Long : Short));

    [Fact]
    public void Complaint_HasThePartsThatCourtsExpect_InTheirOrder()
    {
        var text = TextOf("complaint", Long);

        var at = new[] { "民事起诉状", "原告：", "被告：", "诉讼请求", "事实和理由", "证据和证据来源，证人姓名和住所", "此致", "副本", "起诉人（签名）" }
            .Select(part => text.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, at);
        Assert.Equal(at.Order(), at);
        Assert.Contains("判令被告返还原告 ¥2,000,000.00", text, StringComparison.Ordinal);
        Assert.Contains("2026-11-22 拒绝返还", text, StringComparison.Ordinal);
        Assert.Contains("共 33 项", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Complaint_LeavesWhoTheOtherSideIsToTheCustomer()
    {
        var text = TextOf("complaint", Long);

        Assert.Contains("被告：【待填：姓名", text, StringComparison.Ordinal);
        Assert.Contains("139****0001【待填：完整号码", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Demand_AsksForTheReturn_AndThreatensNobody()
    {
        var text = TextOf("demand", Long);

        Assert.Contains("返还 ¥2,000,000.00", text, StringComparison.Ordinal);
        Assert.Contains("第九百八十七条", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("侵占|报警|曝光|后果自负", text);
    }

    [Fact]
    public void List_WithoutEvidence_NamesWhatASuitAlwaysNeeds()
    {
        var text = TextOf("list", Short);

        Assert.Contains("订单记录", text, StringComparison.Ordinal);
        Assert.Contains("付款凭证（流水号【待填：流水号】）", text, StringComparison.Ordinal);
        Assert.Contains("要求返还的通知", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ForAnEnglishReader_GlossesOnlyWhatGoesAway()
    {
        var text = TextOf("complaint", Long);

        Assert.Contains("【待填：法院名称 / the court's name】", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Civil complaint", text, StringComparison.Ordinal);
    }

    private static string TextOf(string paper, ClaimFacts facts)
    {
        using var document = Open(paper, facts);
        return document.MainDocumentPart!.Document!.InnerText;
    }

    private static byte[] Write(string paper, ClaimFacts facts) => paper switch
    {
        "demand" => DemandForReturn.Write(facts),
        "complaint" => CivilComplaint.Write(facts),
        _ => EvidenceList.Write(facts),
    };

    private static WordprocessingDocument Open(string paper, ClaimFacts facts)
    {
        var bytes = Write(paper, facts);
        KeptFiles.Keep($"{facts.Order.CaseNumber}-{paper}.docx", bytes);
        return WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
    }
}
