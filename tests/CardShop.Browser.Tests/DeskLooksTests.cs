using CardShop.Browser.Tests.Infrastructure;
using Deque.AxeCore.Playwright;

namespace CardShop.Browser.Tests;

/// <summary>Every page of the desk, narrow and wide, light and dark, in both languages: by axe, and nothing runs off the screen.</summary>
public sealed class DeskLooksTests(ShopHost host, Chromium chromium) : PageTest(host, chromium)
{
    private static readonly string[] Serious = ["serious", "critical"];

    [Theory]
    [InlineData(360, ColorScheme.Light, "zh-CN")]
    [InlineData(360, ColorScheme.Dark, "en")]
    [InlineData(1440, ColorScheme.Light, "en")]
    [InlineData(1440, ColorScheme.Dark, "zh-CN")]
    public async Task EveryPage_OnAnyScreen_FitsItsWidth_AndAxeFindsNothingSerious(int width, ColorScheme colours, string language)
    {
        var screen = width == Screen.Phone.Width ? Screen.Phone : Screen.Desk;
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-1"));
        var shop = await OpenAsync();
        var number = await Escalation.CallAsync(shop, order);
        await shop.Chat.SendPictureAsync("order.png");
        var desk = await OpenDeskAsync("admin", screen, colours);
        var look = $"{width}-{colours}-{language}".ToLowerInvariant();

        await desk.VisitAsync($"/desk?lang={language}");
        await Assertions.Expect(desk.Case(number)).ToBeVisibleAsync();
        await LookAsync("queue");
        await desk.VisitAsync($"/desk/cases/{number}");
        await desk.Page.Locator("[data-key=claim]").ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#desk-reply")).ToBeVisibleAsync();
        await desk.Page.Locator("#desk-reply").FillAsync(language == "en" ? "One moment, I am looking" : "稍等，我看一下");
        await Assertions.Expect(desk.Told).ToHaveCountAsync(0);
        await LookAsync("case");
        await desk.Panel.GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(desk.Sheet).ToBeVisibleAsync();
        await LookAsync("decision");
        await desk.Page.Keyboard.PressAsync("Escape");
        await desk.Panel.Locator(".pieces button").First.ClickAsync();
        await Assertions.Expect(desk.Sheet.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        await LookAsync("evidence");
        await desk.Page.Keyboard.PressAsync("Escape");

        foreach (var page in new[] { "today", "switch", "people", "audit", "account", "denied", "sign-in", "enter/nothing" })
        {
            await desk.Page.GotoAsync($"/desk/{page}");
            await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await LookAsync(page.Replace('/', '-'));
        }

        async Task LookAsync(string name)
        {
            await desk.PictureAsync($"{name}-{look}");
            Assert.Empty(await desk.RunningOffAsync());
            var findings = await desk.Page.RunAxe();
            Assert.Empty(findings.Violations
                .Where(violation => Serious.Contains(violation.Impact))
                .Select(violation => $"{name}: {violation.Id}, {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        }
    }
}
