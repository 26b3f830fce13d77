namespace CardShop.Browser.Tests.Infrastructure;

/// <summary>The desk as an agent uses it: by what is written on it.</summary>
public sealed class DeskPage(IPage page)
{
    public IPage Page => page;

    public ILocator Bar => page.GetByRole(AriaRole.Banner);

    public ILocator Main => page.GetByRole(AriaRole.Main);

    /// <summary>How many cases the queue shows, and how long each waits.</summary>
    public ILocator Count => Main.GetByRole(AriaRole.Status);

    /// <summary>The conversation of the open case.</summary>
    public ILocator Talk => page.Locator("#desk-lines");

    public ILocator Reply => page.GetByLabel("回复客户");

    public ILocator Panel => page.GetByRole(AriaRole.Complementary);

    public ILocator Sheet => page.GetByRole(AriaRole.Dialog);

    /// <summary>What the last action came to.</summary>
    public ILocator Told => page.Locator(".mud-snackbar");

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>A case's link in the queue.</summary>
    public ILocator Case(string number) => Main.GetByRole(AriaRole.Link, new() { Name = number });

    public ILocator Claim(string number) => Main.GetByRole(AriaRole.Button, new() { Name = $"接手 {number}" });

    /// <summary>Goes there, and waits until the page answers to the hand.</summary>
    public async Task VisitAsync(string path)
    {
        await page.GotoAsync(path);
        await AnswersAsync();
    }

    /// <summary>Waits until the page answers to the hand: the queue can be read before.</summary>
    public async Task AnswersAsync()
    {
        await page.WaitForFunctionAsync("() => 'alive' in document.documentElement.dataset");
        await Assertions.Expect(Bar).ToBeVisibleAsync();
    }

    /// <summary>Takes a waiting case, and stands in it.</summary>
    public async Task ClaimAsync(string number)
    {
        await Claim(number).ClickAsync();
        await Assertions.Expect(Reply).ToBeVisibleAsync();
    }

    public async Task SayAsync(string words)
    {
        await Reply.FillAsync(words);
        await Button("发送").ClickAsync();
        await Assertions.Expect(Reply).ToHaveValueAsync("");
    }

    /// <summary>What can be seen and yet reaches beyond the screen's edge, where the page does not offer to scroll it.</summary>
    public Task<string[]> RunningOffAsync() => page.EvaluateAsync<string[]>(
        """
        () => [
          ...(document.documentElement.scrollWidth > innerWidth ? [`the page is ${document.documentElement.scrollWidth} wide`] : []),
          ...[...document.querySelectorAll('body *')]
            .filter(element => element.checkVisibility() && !element.closest('.desk-scroll, .desk-queue thead, .desk-bar nav, .visually-hidden, .viewer-stage'))
            .filter(element => element.getBoundingClientRect().width > 1 && element.getBoundingClientRect().right > innerWidth + 0.5)
            .map(element => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 40)}`),
        ]
        """);

    /// <summary>Takes a picture of the screen.</summary>
    public Task PictureAsync(string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(BuiltPaths.Artifacts, "screens", $"desk-{name}.png"), FullPage = true });
}
