using System.IO.Compression;
using CardShop.Dialogs.Understanding;

namespace CardShop.Documents.Tests;

public sealed class CaseBundleTests
{
    private const int Megabyte = 1024 * 1024;
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 20, 0, 0, TimeSpan.FromHours(8));

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_AClaim_HasRecordMoneyConversationEvidenceAndDrafts()
    {
        using var zip = await WriteAsync(Facts(Language.Chinese, Kept("1.png")));

        Assert.Equal(
            ["0-说明.html", "1-订单记录.html", "2-资金往来.html", "3-证据清单（草稿）.docx", "4-完整对话.html", "5-订单修改申请书.docx", "6-返还请求函（草稿）.docx", "7-民事起诉状（草稿）.docx", "证据/1.png"],
            zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        Assert.Contains("原样", await TextAsync(zip, "0-说明.html"), StringComparison.Ordinal);
        Assert.Contains("¥2,000,000.00", await TextAsync(zip, "2-资金往来.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_WithoutAClaim_HasNoDraftsForACourt()
    {
        using var zip = await WriteAsync(Facts(Language.English) with { Claim = null });

        Assert.Equal(
            ["0-contents.html", "1-order-record.html", "2-money-trail.html", "4-whole-conversation.html", "5-order-modification-application.docx"],
            zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Conversation_OfHostileWords_IsEscaped_AndOthersDataMasked()
    {
        using var zip = await WriteAsync(Facts(Language.Chinese));

        var page = await TextAsync(zip, "4-完整对话.html");
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("13900010001", page, StringComparison.Ordinal);
        Assert.Contains("139****0001", page, StringComparison.Ordinal);
        Assert.Contains("Content-Security-Policy", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<[^>]*(src|href)=", page);
    }

    [Fact]
    public async Task Write_AFileThatIsGone_SaysSo_AndGoesOn()
    {
        using var zip = await WriteAsync(Facts(Language.Chinese, new BundleFile("1.png", _ => Task.FromResult<Stream?>(null)), Kept("2.png")));

        Assert.DoesNotContain(zip.Entries, entry => entry.FullName == "证据/1.png");
        Assert.Contains(zip.Entries, entry => entry.FullName == "证据/2.png");
        Assert.Contains("已经删除", await TextAsync(zip, "0-说明.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_200Megabytes_HoldsOneFileAtATime_AndNeverTheWhole()
    {
        var (open, most) = (0, 0);
        var files = Enumerable.Range(1, 20).Select(number => new BundleFile($"{number}.png", _ =>
        {
            most = Math.Max(most, ++open);
            return Task.FromResult<Stream?>(new ClosingStream(new byte[10 * Megabyte], () => open--));
        }));
        var sink = new AsyncOnlyStream(null);

        await CaseBundle.WriteAsync(Facts(Language.Chinese, [.. files]), sink, Patience);

        Assert.Equal(1, most);
        Assert.InRange(sink.Written, 200L * Megabyte, 201L * Megabyte);
    }

    [Fact]
    public async Task Write_ToAReaderThatLeaves_Stops()
    {
        using var gone = new CancellationTokenSource();
        var file = new BundleFile("1.png", async token =>
        {
            await gone.CancelAsync();
            token.ThrowIfCancellationRequested();
            return null;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CaseBundle.WriteAsync(Facts(Language.Chinese, file), new AsyncOnlyStream(null), gone.Token));
    }

    private static BundleFile Kept(string name) => new(name, _ => Task.FromResult<Stream?>(new MemoryStream([1, 2, 3])));

    private static BundleFacts Facts(Language language, params BundleFile[] files)
    {
        var application = new ApplicationFacts { Language = language, WrittenAt = Now, CaseNumber = "C-3000", OrderNumber = "O-1", AmountInFen = 2_000_000_00, WrongValue = "139****0001" };
        return new BundleFacts
        {
            Application = application,
            Claim = new ClaimFacts { Order = application },
            Order = [new BundleRow("订单号", "O-1"), new BundleRow("充值到", "13900010001")],
            Money = [new MoneyStep(Now.AddHours(-1), "付款", 2_000_000_00, "微信支付"), new MoneyStep(null, "退款", 1, null)],
            Conversation = Said(),
            Files = files,
            Redaction = new Redaction(["13900010001"], ["O-1", "C-3000"]),
        };
    }

    private static async IAsyncEnumerable<SaidLine> Said()
    {
        yield return new SaidLine(Now, "您", true, "<script>alert(1)</script> 充到 13900010001 了\n怎么办", ["<img src=x>.png"]);
        await Task.Yield();
        yield return new SaidLine(Now, "小助手", false, "收到，我先看订单。", []);
    }

    private static async Task<ZipArchive> WriteAsync(BundleFacts facts)
    {
        var kept = new MemoryStream();
        await CaseBundle.WriteAsync(facts, new AsyncOnlyStream(kept), Patience);
        KeptFiles.Keep($"{facts.Application.CaseNumber}-{facts.Application.Language}.zip", kept.ToArray());
        return new ZipArchive(kept, ZipArchiveMode.Read);
    }

    private static async Task<string> TextAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return await reader.ReadToEndAsync(Patience);
    }

    private sealed class ClosingStream(byte[] content, Action closed) : MemoryStream(content)
    {
        protected override void Dispose(bool disposing)
        {
            if (disposing)
                closed();

            base.Dispose(disposing);
        }
    }
}
