namespace CardShop.Browser.Tests.Infrastructure;

/// <summary>The page as a customer uses it: by what is written on it.</summary>
public sealed class ShopPage(IPage page, Screen screen)
{
    public IPage Page => page;

    public ChatPanel Chat { get; } = new(page, screen);

    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Main => page.GetByRole(AriaRole.Main);

    public ILocator Order(string orderNo) => page.Locator($"[data-order='{orderNo}']");

    public Task GoAsync(string route) => page.EvaluateAsync("route => { location.hash = route; }", route);

    public async Task SignInAsync(string name)
    {
        await GoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Banner).GetByText(name)).ToBeVisibleAsync();
        await Assertions.Expect(Heading).ToHaveTextAsync("我的订单");
    }

    public async Task SwitchToEnglishAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation).GetByText("My orders")).ToBeVisibleAsync();
    }

    /// <summary>How much wider the page is than the screen.</summary>
    public Task<int> OverflowAsync() => page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public Task PictureAsync(string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(BuiltPaths.Artifacts, "screens", $"{name}.png"), FullPage = !screen.ShowsChatBesideOrders });
}
