using Microsoft.Playwright;

namespace CardShop.Benchmarks.Desk;

/// <summary>The queue in a browser, and a stopwatch in the page.</summary>
internal sealed class QueueScreen(IPage page)
{
    /// <summary>Tells when the rows that are looked for have been painted: by the second frame, the first one is on the screen.</summary>
    private const string Stopwatch =
        """
        window.painted = isThere => new Promise(done => {
          const look = () => {
            if (!isThere()) return false;
            seen.disconnect();
            requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
            return true;
          };
          const seen = new MutationObserver(look);
          if (!look()) seen.observe(document, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['data-alive'] });
        });
        window.rows = () => document.querySelectorAll('.desk-queue a[href^="/desk/cases/"]');
        window.opened = window.painted(() => window.rows().length > 5);
        window.answers = window.painted(() => 'alive' in (document.documentElement?.dataset ?? {}));
        """;

    /// <summary>Signs somebody in.</summary>
    public static async Task<QueueScreen> SignInAsync(IBrowser browser, Uri address, string path)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = address.ToString(), ViewportSize = new ViewportSize { Width = 1440, Height = 900 }, Locale = "zh-CN" });
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        await page.AddInitScriptAsync(Stopwatch);
        return new QueueScreen(page);
    }

    /// <summary>Opens the queue's address, as in the morning: until its rows can be read.</summary>
    public Task<double> OpenAsync() => OpenAsync("() => window.opened");

    /// <summary>The same until its buttons answer: the line to the server stands.</summary>
    public Task<double> OpenWholeAsync() => OpenAsync("() => window.answers");

    /// <summary>Goes to another page of the desk, and back.</summary>
    public async Task<double> ComeBackAsync()
    {
        await page.Locator("nav a[href='/desk/today']").ClickAsync();
        await page.Locator("main h1:visible").WaitForAsync();
        await page.WaitForFunctionAsync("() => window.rows().length === 0");
        await page.EvaluateAsync("() => new Promise(done => setTimeout(done, 300))");
        return await page.EvaluateAsync<double>(
            """
            async () => {
              const begun = performance.now(), painted = window.painted(() => window.rows().length > 5);
              document.querySelector("nav a[href='/desk']").click();
              return await painted - begun;
            }
            """);
    }

    private async Task<double> OpenAsync(string until)
    {
        await page.GotoAsync("/desk", new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        return await page.EvaluateAsync<double>(until);
    }

    /// <summary>A message that takes the first row out of the queue, sent from within the page so that one clock measures it: the turn, its save, the news, the screen.</summary>
    public async Task<double> SettleAsync(string message)
    {
        await page.EvaluateAsync("() => new Promise(done => setTimeout(done, 700))");
        return await page.EvaluateAsync<double>(
            """
            async message => {
              const first = window.rows()[0].textContent, painted = window.painted(() => window.rows()[0]?.textContent !== first);
              const begun = performance.now();
              fetch('/api/messages', { method: 'POST', headers: { 'content-type': 'application/json' }, body: message });
              return await painted - begun;
            }
            """,
            message);
    }
}
