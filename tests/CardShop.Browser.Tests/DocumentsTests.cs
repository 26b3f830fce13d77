using CardShop.Browser.Tests.Infrastructure;
using Deque.AxeCore.Playwright;

namespace CardShop.Browser.Tests;

/// <summary>How customers take the papers of their case along (rule L4): by a link that is good for one browser.</summary>
public sealed class DocumentsTests(ShopHost host, Chromium chromium) : PageTest(host, chromium)
{
    [Theory]
    [InlineData(360, ColorScheme.Dark, "zh-CN", "下载案件材料（ZIP）", "再要一个链接")]
    [InlineData(360, ColorScheme.Light, "en-US", "Download the case papers (ZIP)", "a link of your own")]
    [InlineData(1440, ColorScheme.Light, "zh-CN", "下载案件材料（ZIP）", "再要一个链接")]
    public async Task Link_ByKeyboardAlone_IsThatBrowsersOwn_AndAnotherIsToldKindly(int width, ColorScheme colours, string language, string button, string kindly)
    {
        var screen = width == Screen.Phone.Width ? Screen.Phone : Screen.Desk;
        var link = await LinkAsync() + $"?lang={language}";
        var page = await NewPageAsync(screen, colours);
        await page.GotoAsync(link);
        await Assertions.Expect(page.GetByRole(AriaRole.Button)).ToHaveTextAsync(button);
        await LookAsync(page, $"documents-{width}-{colours}-{language}");

        foreach (var _ in Enumerable.Range(0, 2))
        {
            await page.GetByRole(AriaRole.Button).FocusAsync();
            var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
            Assert.EndsWith(".zip", download.SuggestedFilename, StringComparison.Ordinal);
            Assert.Null(await download.FailureAsync());
        }

        var other = await NewPageAsync(screen, colours);
        await other.GotoAsync(link);
        await Assertions.Expect(other.GetByRole(AriaRole.Main)).ToContainTextAsync(kindly);
        await Assertions.Expect(other.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await LookAsync(other, $"documents-taken-{width}-{colours}-{language}");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button)).ToHaveTextAsync(button);
    }

    /// <summary>A customer whose recipient refuses asks for the papers; the topics stay at hand beside the link.</summary>
    private async Task<string> LinkAsync()
    {
        var order = await Controls.CreateOrderAsync(Orders.WithAStranger("c-1"));
        var shop = await OpenAsync(Screen.Desk);
        await shop.SignInAsync("林晓");
        await shop.Chat.OpenAsync();
        await shop.Chat.SayAsync($"{order} 账号充错了，充到别人号上了");
        await Assertions.Expect(shop.Chat.Transcript).ToContainTextAsync("给对方传话");
        await Controls.RecipientSaysAsync(order, "refuses");
        await Assertions.Expect(shop.Chat.Transcript).ToContainTextAsync("对方答复不退");
        await shop.Chat.SayAsync("下载案件材料");
        var link = shop.Chat.Transcript.GetByRole(AriaRole.Link, new() { NameRegex = new("案件材料") });
        await Assertions.Expect(link).ToBeVisibleAsync();
        await Assertions.Expect(shop.Chat.Suggestion("要花多少钱")).ToBeVisibleAsync();
        await shop.PictureAsync("documents-link-1440");
        return (await link.GetAttributeAsync("href"))!;
    }

    private static async Task LookAsync(IPage page, string name)
    {
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => violation.Help));
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(BuiltPaths.Artifacts, "screens", $"{name}.png".ToLowerInvariant()), FullPage = true });
    }
}
