using CardShop.Browser.Tests.Infrastructure;

namespace CardShop.Browser.Tests;

/// <summary>What the page weighs, as it comes over the wire (docs/performance.md).</summary>
public sealed class FirstLoadTests(ShopHost host, Chromium chromium) : PageTest(host, chromium)
{
    private const long MostWithTheChat = 450 * 1024;
    private const long MostWithoutTheChat = 100 * 1024;

    [Fact]
    public async Task FirstVisit_WithTheChatInView_StaysBelow450KiB()
    {
        var page = await NewPageAsync(Screen.Desk);
        var traffic = await Traffic.OfAsync(page);

        await page.GotoAsync("/");
        await Assertions.Expect(new ChatPanel(page, Screen.Desk).Suggestion("账号填错")).ToBeVisibleAsync();

        TestContext.Current.SendDiagnosticMessage("The first load took {0} bytes.", traffic.Bytes);
        Assert.InRange(traffic.Bytes, 1, MostWithTheChat);
    }

    [Fact]
    public async Task FirstVisit_OnAPhone_LoadsTheChatOnlyWhenItIsOpened()
    {
        var page = await NewPageAsync(Screen.Phone);
        var traffic = await Traffic.OfAsync(page);

        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator(".product").First).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        TestContext.Current.SendDiagnosticMessage("The first load on a phone took {0} bytes.", traffic.Bytes);
        Assert.InRange(traffic.Bytes, 1, MostWithoutTheChat);
    }
}
