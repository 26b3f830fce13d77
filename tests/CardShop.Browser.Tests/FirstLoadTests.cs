using CardShop.Browser.Tests.Infrastructure;

namespace CardShop.Browser.Tests;

public sealed class FirstLoadTests(ShopHost host, Chromium chromium) : PageTest(host, chromium)
{
    private const long Most = 600 * 1024;

    [Fact]
    public async Task FirstVisit_WithTheChatOpen_TransfersLessThan600KiB()
    {
        var shop = await OpenAsync();
        var session = await shop.Page.Context.NewCDPSessionAsync(shop.Page);
        long transferred = 0;
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
        session.Event("Network.loadingFinished").OnEvent += (_, finished) =>
            Interlocked.Add(ref transferred, (long)(finished?.GetProperty("encodedDataLength").GetDouble() ?? 0));

        await shop.Page.ReloadAsync();
        await Assertions.Expect(shop.Chat.Transcript.Locator("article").First).ToBeVisibleAsync();

        TestContext.Current.SendDiagnosticMessage("The first load transferred {0} bytes.", Interlocked.Read(ref transferred));
        Assert.InRange(Interlocked.Read(ref transferred), 1, Most);
    }
}
