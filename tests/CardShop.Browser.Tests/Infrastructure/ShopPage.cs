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

    /// <summary>Goes there, and waits until it stands.</summary>
    public async Task VisitAsync(string route)
    {
        await GoAsync(route);
        await Assertions.Expect(Main).Not.ToHaveAttributeAsync("aria-busy", "true");
    }

    public async Task SignInAsync(string name)
    {
        await EnterAsync(name);
        await Assertions.Expect(Heading).ToHaveTextAsync("我的订单");
    }

    /// <summary>Signs in, in whatever language.</summary>
    public async Task EnterAsync(string name)
    {
        await GoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Banner).GetByText(name)).ToBeVisibleAsync();
        await Assertions.Expect(Main.Locator(".choices")).ToHaveCountAsync(0);
    }

    public async Task SwitchToEnglishAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation).GetByText("My orders")).ToBeVisibleAsync();
    }

    /// <summary>What can be seen and yet reaches beyond the screen's edge, or is cut off within its own box.</summary>
    public Task<string[]> RunningOffAsync() => page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('#site-header *, #main *, #chat *')]
          .filter(element => element.checkVisibility() && element.getClientRects().length > 0 && !element.closest('.visually-hidden, [aria-hidden=true], [class*=live-region], [class*=screen-reader]'))
          .filter(element => {
            const { left, right, width } = element.getBoundingClientRect();
            const isCut = getComputedStyle(element).overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
            return width > 1 && (left < -0.5 || right > innerWidth + 0.5 || isCut);
          })
          .map(element => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 40)}`)
        """);

    /// <summary>Takes a picture: of the screen while the chat lies over the page, otherwise of the page in full.</summary>
    public async Task PictureAsync(string name)
    {
        await Chat.SettleAsync();
        var isCovered = screen.ShowsChatBesideOrders || await Chat.Panel.IsVisibleAsync();
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(BuiltPaths.Artifacts, "screens", $"{name}.png"), FullPage = !isCovered });
    }
}
