using CardShop.EndToEnd.Tests.Infrastructure;
using CardShop.Testing;

namespace CardShop.EndToEnd.Tests;

/// <summary>A guest shows who they are by a code to the order's phone, through the real host (rule E3).</summary>
public sealed class IdentityTests
{
    private const string Phone = "13570026814";
    private const string Button = "用短信验证码证明";

    [Fact]
    public async Task Code_CompletesTheChain_AndStandsInNoLog()
    {
        await using var host = await HostProcess.StartNewAsync();
        using var shop = new Shop(host);
        var order = await OverdueAsync(shop);
        using var talk = await Talk.OpenAsync(host, customerId: null);
        await talk.SayUntilAskedAsync("账号充错了", "order");
        await talk.SayUntilAskedAsync(order, "contact");
        await talk.SayUntilAskedAsync(Phone, "evidence");
        await talk.SendPictureAsync(EvidenceFiles.Png());
        await talk.SendPictureAsync(EvidenceFiles.Png(shade: 90));

        // The shop's answer is lost once: the code is on its way all the same, and is asked for no second time.
        await shop.FaultAsync(new { route = "identity", status = 503, afterEffect = true });
        await talk.SayAsync(Button);
        var code = await shop.CodeAsync(order);
        await talk.SayAsync(code == "000000" ? "111111" : "000000");
        await SaidAsync(talk, "还可以试 2 次");
        await talk.SayAsync(code);

        await SaidAsync(talk, "验证码对了");
        await talk.UntilAsync(view => (string?)view["asks"] is not "evidence");
        Assert.DoesNotContain(code, host.Output(), StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, host.Output(), StringComparison.Ordinal);
        foreach (var log in Directory.EnumerateFiles(host.DataDirectory, "*.log", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            var lines = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain($"\"{code}\"", lines, StringComparison.Ordinal);
            Assert.DoesNotContain(Phone, lines, StringComparison.Ordinal);
        }
    }

    private static async Task<string> OverdueAsync(Shop shop) => (string)(await shop.OrderAsync(new
    {
        contact = Phone,
        product = "Q币",
        denomination = "100元",
        quantity = 1,
        amount = 98.00m,
        target = new { account = "82716455" },
        payment = "paid",
        delivery = "processing",
        minutesSincePayment = 60,
        goods = "topup",
    }))["orderNo"]!;

    private static async Task SaidAsync(Talk talk, string words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await talk.TranscriptAsync()).Any(said => !Talk.IsCustomers(said) && ((string?)said["text"])?.Contains(words, StringComparison.Ordinal) == true))
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
