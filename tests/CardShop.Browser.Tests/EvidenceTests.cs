using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CardShop.Browser.Tests.Infrastructure;
using Deque.AxeCore.Playwright;

namespace CardShop.Browser.Tests;

/// <summary>How customers send their screenshots (rules E1, E5): by the paperclip in the chat, and by the upload page where a channel carries no files.</summary>
public sealed partial class EvidenceTests(ShopHost host, Chromium chromium) : PageTest(host, chromium)
{
    private const string Contact = "13570026814";

    private string _order = "";

    [Theory]
    [InlineData(360)]
    [InlineData(1440)]
    public async Task Paperclip_SendsAPicture_ThatTheCaseTakesForWhatItShows(int width)
    {
        var order = await Controls.CreateOrderAsync(Orders.Overdue("c-1"));
        var shop = await OpenAsync(width == Screen.Phone.Width ? Screen.Phone : Screen.Desk);
        await shop.SignInAsync("林晓");
        await shop.Chat.OpenAsync();
        await shop.Chat.SayAsync($"{order} 账号充错了");
        await Assertions.Expect(shop.Chat.Transcript).ToContainTextAsync("聊天");

        var chooser = await shop.Page.RunAndWaitForFileChooserAsync(() => shop.Chat.Paperclip.ClickAsync());
        Assert.True(chooser.IsMultiple);
        await chooser.SetFilesAsync(await PictureAsync(shop.Page, "order.png"));
        await shop.Chat.SendFilesAsync();

        await Assertions.Expect(shop.Chat.Transcript).ToContainTextAsync("订单页截图");
        await Assertions.Expect(shop.Chat.Transcript.GetByRole(AriaRole.Img).Last).ToBeVisibleAsync();
        Assert.Empty(await shop.RunningOffAsync());
        await shop.PictureAsync($"evidence-paperclip-{width}");
    }

    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task UploadPage_ByKeyboardAlone_TakesAPicture_AndSaysWhatBecameOfIt(int width, ColorScheme colours)
    {
        var page = await NewPageAsync(width == Screen.Phone.Width ? Screen.Phone : Screen.Desk, colours);
        await page.GotoAsync(await LinkAsync());
        await LookAsync(page, $"upload-{width}-{colours}");

        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "发送" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("还没有选文件");
        await LookAsync(page, $"upload-nothing-{width}-{colours}");

        await TabToAsync(page, page.GetByLabel("选择图片或 PDF"));
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync([await PictureAsync(page, "order.png"), new FilePayload { Name = "tool.png", MimeType = "image/png", Buffer = "MZ this is no picture"u8.ToArray() }]);
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "发送" }));
        await page.Keyboard.PressAsync("Enter");

        var results = page.GetByRole(AriaRole.Status);
        await Assertions.Expect(results).ToContainTextAsync("收到了");
        await Assertions.Expect(results).ToContainTextAsync("这个文件不能用");
        await LookAsync(page, $"upload-results-{width}-{colours}");
    }

    /// <summary>E3, E6: where no code can be sent, the chat leads to the consent page; without the tick nothing goes.</summary>
    [Theory]
    [InlineData(360, ColorScheme.Dark, "zh-CN")]
    [InlineData(1440, ColorScheme.Light, "zh-CN")]
    [InlineData(360, ColorScheme.Light, "en-US")]
    public async Task ConsentPage_ByKeyboardAlone_TakesAPictureOnlyAfterTheTick(int width, ColorScheme colours, string language)
    {
        var page = await NewPageAsync(width == Screen.Phone.Width ? Screen.Phone : Screen.Desk, colours);
        await page.GotoAsync(await ConsentLinkAsync() + $"?lang={language}");
        await LookAsync(page, $"consent-{width}-{colours}-{language}");

        await TabToAsync(page, page.Locator("input[type=file]"));
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync([await PictureAsync(page, "id.png")]);
        await TabToAsync(page, page.Locator("button"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveCountAsync(0);

        await TabToAsync(page, page.GetByRole(AriaRole.Checkbox));
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, page.Locator("button"));
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(language == "zh-CN" ? "收到了" : "Received");
        await LookAsync(page, $"consent-results-{width}-{colours}-{language}");
    }

    /// <summary>E6: the chat on the page leads to the consent page by a link of its own.</summary>
    [Fact]
    public async Task ChatOfAGuest_LeadsToTheConsentPage()
    {
        const string password = "q8w7e6";
        var order = await Controls.CreateOrderAsync(Orders.Overdue(null, password));
        var shop = await OpenAsync(Screen.Phone);
        await shop.Chat.OpenAsync();
        foreach (var (words, answer) in new[] { ("账号充错了", "订单号"), (order, "查询密码"), (password, "就这些了"), ("用短信验证码证明", "收不了验证码"), ("改用证件照片", "专门的页面") })
        {
            await shop.Chat.SayAsync(words);
            await Assertions.Expect(shop.Chat.Transcript).ToContainTextAsync(answer);
        }

        var link = shop.Chat.Transcript.GetByRole(AriaRole.Link, new() { NameRegex = ConsentLink() });
        await Assertions.Expect(link).ToBeVisibleAsync();
        Assert.Empty(await shop.RunningOffAsync());
        await shop.PictureAsync("consent-link-360");
        await shop.Page.GotoAsync((await link.GetAttributeAsync("href"))!);
        await Assertions.Expect(shop.Page.GetByRole(AriaRole.Heading, new() { Name = "提交证件照片" })).ToBeVisibleAsync();
    }

    /// <summary>E6: at the desk a document is a blurred picture, and itself only for a reason.</summary>
    [Fact]
    public async Task Document_AtTheDesk_IsBlurred_UntilAReasonIsGiven()
    {
        var page = await NewPageAsync(Screen.Phone);
        await page.GotoAsync(await ConsentLinkAsync());
        await page.Locator("input[type=file]").SetInputFilesAsync(await PictureAsync(page, "id.png"));
        await page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.Locator("button").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("收到了");
        var desk = await OpenDeskAsync("reviewer");
        await desk.Main.GetByRole(AriaRole.Searchbox).FillAsync(_order);
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Main.GetByRole(AriaRole.Link, new() { NameRegex = CaseNumber() }).ClickAsync();

        var piece = desk.Panel.Locator(".piece");
        await Assertions.Expect(piece).ToContainTextAsync("已遮住");
        await desk.Page.WaitForFunctionAsync("() => document.querySelector('.panel .piece img')?.naturalWidth > 0");
        await desk.PictureAsync("identity-blurred");
        await piece.ClickAsync();
        await Assertions.Expect(desk.Sheet.GetByRole(AriaRole.Img)).ToHaveCountAsync(0);
        await desk.Sheet.GetByLabel("为什么需要查看").FillAsync("核对姓名");
        await desk.Sheet.GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();

        await desk.Page.WaitForFunctionAsync($"() => document.querySelector('.viewer-stage img')?.naturalWidth === {Screen.Phone.Width}");
    }

    private static async Task LookAsync(IPage page, string name)
    {
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty((await page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => violation.Help));
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(BuiltPaths.Artifacts, "screens", $"{name}.png".ToLowerInvariant()), FullPage = true });
    }

    private static async Task<FilePayload> PictureAsync(IPage page, string name) => new() { Name = name, MimeType = "image/png", Buffer = await page.ScreenshotAsync() };

    private static async Task TabToAsync(IPage page, ILocator target)
    {
        const int most = 12;
        for (var presses = 0; presses < most; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"{target} is not reached by the Tab key.");
    }

    /// <summary>A guest on a channel without files tells of an order, and gets the link.</summary>
    private async Task<string> LinkAsync()
    {
        var order = await Controls.CreateOrderAsync(Orders.Overdue(null, Contact));
        return await LastLinkAsync("账号充错了", order, Contact);
    }

    /// <summary>A guest whose order has no phone, so that no code can be sent, is led to the consent page.</summary>
    private async Task<string> ConsentLinkAsync()
    {
        const string password = "q8w7e6";
        _order = await Controls.CreateOrderAsync(Orders.Overdue(null, password));
        return await LastLinkAsync("账号充错了", _order, password, "用短信验证码证明", "改用证件照片");
    }

    /// <summary>The last link that is given to somebody who says these things.</summary>
    private async Task<string> LastLinkAsync(params string[] script)
    {
        var conversation = Guid.NewGuid().ToString("n");
        using var http = new HttpClient { BaseAddress = Address };
        var said = "";
        foreach (var words in script)
        {
            using var answer = await http.PostAsJsonAsync(
                "/api/messages",
                new
                {
                    type = "message",
                    id = Guid.NewGuid(),
                    text = words,
                    channelId = "emulator",
                    serviceUrl = Address,
                    conversation = new { id = conversation },
                    from = new { id = "u-1" },
                    recipient = new { id = "bot-1" },
                    deliveryMode = "expectReplies",
                },
                Cancelled);
            answer.EnsureSuccessStatusCode();
            said += (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!["activities"]!.AsArray().Aggregate("", (all, activity) => $"{all}\n{activity!["text"]}\n{activity["attachments"]}");
        }

        return Link().Matches(said) is [.., var link] ? link.Value : throw new InvalidOperationException($"No link was given:\n{said}");
    }

    [GeneratedRegex("^CS-[0-9A-Z-]+$")]
    private static partial Regex CaseNumber();

    [GeneratedRegex("打开提交证件的页面")]
    private static partial Regex ConsentLink();

    [GeneratedRegex("/evidence/[A-Za-z0-9_-]{40,}")]
    private static partial Regex Link();
}
