using System.IO.Compression;
using System.Net;
using System.Text;
using CardShop.Bot.Evidence.Serving;
using CardShop.Bot.Tests.Fakes;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Tests.Documents;

/// <summary>A case's documents behind signed links.</summary>
public sealed class DocumentServingTests
{
    private const string StrangersPhone = "13900010001";
    private const string RightPhone = "13812345678";

    private static readonly Capability Allowed = new(Verdict.Allowed);

    private static readonly CaseFile Case = new()
    {
        Number = Orders.CaseNumber,
        State = CaseState.UnderReview,
        Problem = Problem.WrongPhone,
        Remedy = Remedy.Cancel,
        Wanted = new OrderChanges(Phone: RightPhone),
        Statement = $"给 {RightPhone} 充的，充到了 {StrangersPhone}。",
        Facts = new OrderFacts(
            Orders.Paid("O-1") with
            {
                Target = new Target(Phone: StrangersPhone),
                Delivery = DeliveryState.Delivered,
                PaidAt = new DateTimeOffset(2026, 11, 22, 3, 59, 0, TimeSpan.Zero),
                PaymentMethod = "微信支付",
                TargetOwner = TargetOwner.Stranger,
            },
            new Capabilities { Version = 1, Hold = Allowed, Cancel = Allowed, Modify = Allowed, Refund = Allowed }),
        Evidence = [Piece("p1", EvidenceLink.Order, EvidencePurpose.Proof), Piece("p2", EvidenceLink.Mistake, EvidencePurpose.Proof), Piece("p3", EvidenceLink.Identity, EvidencePurpose.Identity)],
    };

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Application_OfACase_IsAWordDocument_FilledFromItsRecord()
    {
        await using var documents = await RunningDocuments.StartAsync(("Documents:ShopName", "示例卡铺"));
        await documents.SayAsync("手机号填错了", Case);

        using var answer = await documents.TakeAsync(documents.Link(CaseDocument.Application));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"{Orders.CaseNumber}.docx", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Patience));
        var text = await TextAsync(zip, "word/document.xml");
        Assert.All(["示例卡铺", "O-1", "Q币 100元", "¥100.00", "139****0001", "138****5678", "手机号填错", "给 138****5678 充的，充到了 139****0001。", "已到账"], words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.DoesNotContain(StrangersPhone, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bundle_OfAStrangersCase_HasEverything_AndMasksWhoTheyAre()
    {
        await using var documents = await RunningDocuments.StartAsync();
        await documents.KeepAsync("p1", [1, 2, 3]);
        await documents.KeepAsync("p3", [4, 5, 6]);
        await documents.SayAsync($"充到 {StrangersPhone} 了，QQ 12345678 <b>", Case);

        using var answer = await documents.TakeAsync(documents.Link(CaseDocument.Bundle));

        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Patience));
        Assert.Equal(
            ["0-说明.html", "1-订单记录.html", "2-资金往来.html", "3-证据清单（草稿）.docx", "4-完整对话.html", "5-订单修改申请书.docx", "6-返还请求函（草稿）.docx", "7-民事起诉状（草稿）.docx", "证据/01-订单页.jpg"],
            zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        var said = await TextAsync(zip, "4-完整对话.html");
        Assert.Contains("充到 139****0001 了，QQ 123****5678 &lt;b&gt;", said, StringComparison.Ordinal);
        Assert.Contains("收到，工单已记下。", said, StringComparison.Ordinal);
        Assert.Contains("微信支付", await TextAsync(zip, "2-资金往来.html"), StringComparison.Ordinal);
        Assert.Contains("已经删除", await TextAsync(zip, "0-说明.html"), StringComparison.Ordinal);
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".html", StringComparison.Ordinal)))
        {
            var page = await TextAsync(zip, entry.FullName);
            Assert.DoesNotContain(StrangersPhone, page, StringComparison.Ordinal);
            Assert.DoesNotContain(RightPhone, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Bundle_OfTheCustomersOwnAccount_HasNoDraftsForACourt_InTheCustomersLanguage()
    {
        await using var documents = await RunningDocuments.StartAsync();
        await documents.SayAsync("wrong number", Case with { Facts = Case.Facts! with { Order = Case.Order! with { TargetOwner = TargetOwner.Self } }, Evidence = [] }, Language.English);

        using var answer = await documents.TakeAsync(documents.Link(CaseDocument.Bundle));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Patience));

        Assert.DoesNotContain(zip.Entries, entry => entry.FullName.Contains("complaint", StringComparison.Ordinal));
        Assert.Contains(zip.Entries, entry => entry.FullName == "0-contents.html");
    }

    [Fact]
    public async Task LinkExpired_IsSaidKindly_WithTheWayToAnother()
    {
        await using var documents = await RunningDocuments.StartAsync();
        await documents.SayAsync("hi", Case);
        var link = documents.Link(CaseDocument.Bundle);
        documents.Wall.Advance(TimeSpan.FromMinutes(15));

        var (status, page) = await GetAsync(documents, link);

        Assert.Equal(HttpStatusCode.Gone, status);
        Assert.Contains("再要一个", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinkAltered_OrForAnotherPurpose_IsNotKnown()
    {
        await using var documents = await RunningDocuments.StartAsync();
        await documents.SayAsync("hi", Case);
        var link = documents.Link(CaseDocument.Bundle).AbsolutePath;

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(documents, new Uri(link[..^3] + (link[^3] == 'A' ? 'B' : 'A') + link[^2..], UriKind.Relative))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(documents, new Uri("/documents/x", UriKind.Relative))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(documents, new Uri("/documents/" + new string('A', 5_000), UriKind.Relative))).Status);
        var evidence = documents.Get<EvidenceTickets>().ForUpload(TurnHarness.ConversationId, "zh-CN", TimeSpan.FromHours(1));
        var (status, page) = await GetAsync(documents, new Uri("/documents/" + evidence, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("这个链接打不开", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinkOfAnotherCase_OrConversation_IsNotKnown()
    {
        await using var documents = await RunningDocuments.StartAsync();
        await documents.SayAsync("hi", Case);

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(documents, documents.Link(CaseDocument.Bundle, number: "CS-261122-OTHER"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(documents, documents.Link(CaseDocument.Bundle, conversationId: "test:2"))).Status);
    }

    [Fact]
    public async Task Link_BeforeTheOrderIsKnownToBeTheCustomers_GivesNothing()
    {
        await using var documents = await RunningDocuments.StartAsync();
        await documents.SayAsync("hi", Case with { Facts = null });

        var (status, page) = await GetAsync(documents, documents.Link(CaseDocument.Bundle));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("材料还没准备好", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bundle_OfACaseErasedMeanwhile_IsBrokenOff()
    {
        await using var documents = await RunningDocuments.StartAsync();
        await documents.KeepAsync("p1", [1, 2, 3]);
        await documents.SayAsync("hi", Case);
        documents.Book.OnFind = () => documents.Bot.QueryAsync(context => context.Conversations.ExecuteDeleteAsync(Patience));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => documents.TakeAsync(documents.Link(CaseDocument.Bundle)));
    }

    [Fact]
    public async Task For_AConfiguredAddress_LinksThere()
    {
        await using var documents = await RunningDocuments.StartAsync(("Evidence:PublicUrl", "https://help.shop.example/"));

        Assert.StartsWith("https://help.shop.example/documents/", documents.Link(CaseDocument.Application).AbsoluteUri, StringComparison.Ordinal);
    }

    private static CaseEvidence Piece(string id, EvidenceLink link, EvidencePurpose purpose) =>
        new(new EvidencePiece { Id = id, Media = EvidenceMedia.Image, Purpose = purpose, Sha256 = id, ReceivedAt = new DateTimeOffset(2026, 11, 22, 4, 0, 0, TimeSpan.Zero) }, link);

    private static async Task<(HttpStatusCode Status, string Page)> GetAsync(RunningDocuments documents, Uri link)
    {
        using var browser = documents.Opens();
        return await browser.LookAsync(link);
    }

    private static async Task<string> TextAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return await reader.ReadToEndAsync(Patience);
    }
}
