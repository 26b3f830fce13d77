using CardShop.Dialogs.Understanding;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CardShop.Documents.Tests;

public sealed class OrderModificationApplicationTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 20, 0, 0, TimeSpan.FromHours(8));

    private static readonly ApplicationFacts Short = new() { Language = Language.Chinese, WrittenAt = Now, CaseNumber = "C-1024" };

    private static readonly ApplicationFacts Long = new()
    {
        Language = Language.English,
        WrittenAt = Now,
        CaseNumber = "C-1025",
        Shop = "示例卡铺",
        Applicant = "张*",
        Contact = "138****5678",
        OrderNumber = "A1B2C3D4E5F6G7H8",
        Product = "话费充值 100 元",
        AmountInFen = 105_000,
        PaidAt = Now.AddHours(-3),
        Delivery = "已到账",
        WrongValue = "139****0001",
        RightValue = "138****5678",
        Cause = string.Concat(Enumerable.Repeat("给家人充值时看错了一位号码。\u0001\n", 20)),
        Request = "改到正确的号码，改不了就退款。",
        Remedy = "请协助联系收款号码的机主。",
        Evidence = [.. Enumerable.Range(1, 30).Select(number => new EvidenceLine($"付款截图 {number}", "证明付款时间、金额和收款方，与订单一致", Now.AddMinutes(-number)))],
    };

    public static TheoryData<bool> Cases => [true, false];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Write_AnyFacts_IsValidOpenXml(bool full)
    {
        using var document = Open(full ? Long : Short);

        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => error.Description));
    }

    [Fact]
    public void Write_TheSameFactsTwice_GivesTheSameBytes() =>
        Assert.Equal(OrderModificationApplication.Write(Long), OrderModificationApplication.Write(Long));

    [Fact]
    public void Write_WithoutFacts_MarksTheGaps()
    {
        using var document = Open(Short);

        Assert.Contains("【待填：订单号】", document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ForAnEnglishReader_GlossesTheChineseForm()
    {
        using var document = Open(Long);

        Assert.StartsWith("订单修改申请书 / Order Modification Application", document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TextThatXmlCannotHold_IsWrittenWithoutIt()
    {
        using var document = Open(Short with { Cause = "a\u0001b\uD800c" });

        Assert.Contains("ab\uFFFDc", document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
    }

    private static WordprocessingDocument Open(ApplicationFacts facts)
    {
        var bytes = OrderModificationApplication.Write(facts);
        KeptFiles.Keep(facts.CaseNumber + ".docx", bytes);
        return WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
    }
}
