using CardShop.Browser.Tests.Infrastructure;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace CardShop.Browser.Tests;

public sealed class AccessibilityTests(ShopHost host, Chromium chromium) : PageTest(host, chromium)
{
    private static readonly string[] Serious = ["serious", "critical"];

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task EveryView_ByAxe_HasNoSeriousFinding(int width, ColorScheme colours)
    {
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-1"));
        var shop = await OpenAsync(width < 1024 ? Screen.Phone : Screen.Desk, colours);
        await shop.SignInAsync("林晓");

        foreach (var route in new[] { "/", "/buy/王者荣耀点券", "/orders", $"/orders/{order}", "/sign-in", "/lookup" })
        {
            await shop.GoAsync(route);
            await Assertions.Expect(shop.Main).Not.ToHaveAttributeAsync("aria-busy", "true");
            await ExpectCleanAsync(shop, route);
        }

        await shop.Chat.OpenAsync();
        await shop.Chat.SayAsync("充错账号了");
        await Assertions.Expect(shop.Chat.CardButton(order)).ToBeVisibleAsync();
        await ExpectCleanAsync(shop, "the chat with an order picker");
        await shop.Chat.CardButton(order).ClickAsync();
        await shop.Chat.Suggestion("撤单退款").ClickAsync();
        await Assertions.Expect(shop.Chat.CardButton("确认撤单")).ToBeVisibleAsync();
        await ExpectCleanAsync(shop, "the chat with a read-back");
    }

    /// <summary>On a slow line the chat stands there connecting for a while; what it says meanwhile is read as well.</summary>
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task ChatThatIsStillConnecting_HasNoSeriousFinding(ColorScheme colours)
    {
        var shop = await OpenAsync(Screen.Desk, colours);
        await shop.SignInAsync("林晓");
        await shop.Page.RouteAsync("**/v3/directline/**", async route =>
        {
            await Task.Delay(TimeSpan.FromSeconds(6));
            await route.ContinueAsync();
        });
        await shop.Page.ReloadAsync();
        await Assertions.Expect(shop.Page.Locator(".webchat__basic-transcript")).ToBeVisibleAsync();
        await ExpectCleanAsync(shop, "the chat, connecting");
        await shop.PictureAsync($"chat-connecting-{colours}".ToLowerInvariant());
        await shop.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
    }

    private static async Task ExpectCleanAsync(ShopPage shop, string where)
    {
        var findings = await shop.Page.RunAxe();
        var serious = findings.Violations.Where(violation => Serious.Contains(violation.Impact)).Select(violation => Describe(violation, where));
        Assert.True(!serious.Any(), string.Join('\n', serious));
    }

    private static string Describe(AxeResultItem violation, string where) =>
        $"{where}: {violation.Id}, {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}";
}
