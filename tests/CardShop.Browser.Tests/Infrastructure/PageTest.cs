using System.Collections.Concurrent;

namespace CardShop.Browser.Tests.Infrastructure;

/// <summary>
/// A test in a fresh browser profile. Whatever it does, no request may leave the page's origin, no script may fail and the page's policy may not
/// be broken; when a test fails, a trace and a picture stay.
/// </summary>
public abstract class PageTest(ShopHost host, Chromium chromium) : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _strayRequests = new();
    private readonly ConcurrentQueue<string> _scriptErrors = new();
    private readonly List<IBrowserContext> _contexts = [];

    protected Uri Address => host.Address;

    protected ShopHost Host => host;

    protected ShopControls Controls { get; } = new(host);

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>A shop as on its first day: no changes of an earlier test count against a customer (rule G3).</summary>
    public async ValueTask InitializeAsync() => await Controls.ResetAsync();

    public async ValueTask DisposeAsync()
    {
        var failed = TestContext.Current.TestState?.Result is TestResult.Failed;
        foreach (var context in _contexts)
        {
            await CloseAsync(context, failed);
        }

        Controls.Dispose();
        GC.SuppressFinalize(this);
        Assert.Empty(_strayRequests);
        Assert.Empty(_scriptErrors);
    }

    /// <summary>Opens the page as somebody new, with no cookie and nothing remembered.</summary>
    protected async Task<ShopPage> OpenAsync(Screen? screen = null, ColorScheme colours = ColorScheme.Light, string query = "")
    {
        var size = screen ?? Screen.Desk;
        var page = await NewPageAsync(size, colours);
        await page.GotoAsync($"/{query}");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        return new ShopPage(page, size);
    }

    /// <summary>Opens the desk as somebody new of a role, in a browser of their own.</summary>
    protected async Task<DeskPage> OpenDeskAsync(string role, Screen? screen = null, ColorScheme colours = ColorScheme.Light)
    {
        var page = await NewPageAsync(screen ?? Screen.Desk, colours);
        await page.GotoAsync(await Controls.AgentAsync(role));
        var desk = new DeskPage(page);
        await desk.AnswersAsync();
        return desk;
    }

    /// <summary>An empty page of a fresh browser profile.</summary>
    protected async Task<IPage> NewPageAsync(Screen size, ColorScheme colours = ColorScheme.Light)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ViewportSize = new ViewportSize { Width = size.Width, Height = size.Height },
            ColorScheme = colours,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
        });
        _contexts.Add(context);
        await context.Tracing.StartAsync(new TracingStartOptions { Screenshots = true, Snapshots = true });
        context.Page += (_, page) => Watch(page);
        return await context.NewPageAsync();
    }

    private void Watch(IPage page)
    {
        page.Request += (_, request) => NoteIfStray(request.Url);
        page.WebSocket += (_, socket) => NoteIfStray(socket.Url);
        page.PageError += (_, error) => _scriptErrors.Enqueue(error);
        page.Console += (_, message) => NoteIfRefused(message.Text);
    }

    /// <summary>The browser says on the console what the page's own policy has made it refuse.</summary>
    private void NoteIfRefused(string message)
    {
        if (message.Contains("Content Security Policy", StringComparison.Ordinal))
        {
            _scriptErrors.Enqueue(message);
        }
    }

    private void NoteIfStray(string url)
    {
        var target = new Uri(url);
        if (target.Scheme is "http" or "https" or "ws" or "wss" && target.Authority != Address.Authority)
        {
            _strayRequests.Enqueue(url);
        }
    }

    private static async Task CloseAsync(IBrowserContext context, bool failed)
    {
        if (failed)
        {
            var file = Path.Combine(BuiltPaths.Artifacts, "failed", $"{TestContext.Current.Test?.UniqueID}");
            await context.Pages[0].ScreenshotAsync(new PageScreenshotOptions { Path = $"{file}.png", FullPage = true });
            await context.Tracing.StopAsync(new TracingStopOptions { Path = $"{file}.zip" });
        }

        await context.DisposeAsync();
    }
}
