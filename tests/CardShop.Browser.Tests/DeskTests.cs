using CardShop.Browser.Tests.Infrastructure;

namespace CardShop.Browser.Tests;

/// <summary>A customer and a person at the desk, each in a browser of their own.</summary>
public sealed class DeskTests(ShopHost host, Chromium chromium) : PageTest(host, chromium)
{
    private const string Markup = "<img src=x onerror=\"document.title='broken'\"><b>粗</b>";

    [Fact]
    public async Task CustomerCallsAPerson_WhoTalksLooksApprovesAndHandsBack_TheShopHearsOneCommandAndTheCustomerIsAskedOnce()
    {
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-1"));
        var desk = await OpenDeskAsync("agent");
        var shop = await OpenAsync();
        var number = await Escalation.CallAsync(shop, order);

        await Assertions.Expect(desk.Case(number)).ToBeVisibleAsync();
        await desk.ClaimAsync(number);
        await Assertions.Expect(shop.Chat.Transcript).ToContainTextAsync("已接入");

        await desk.SayAsync("您好，请发一张订单截图");
        await Assertions.Expect(shop.Chat.Transcript).ToContainTextAsync("您好，请发一张订单截图");
        await shop.Chat.SayAsync("好的，马上");
        await Assertions.Expect(desk.Talk).ToContainTextAsync("好的，马上");
        await shop.Chat.SendPictureAsync("order.png");
        await LookAtPictureAsync(desk);

        await desk.Button("批准退款").ClickAsync();
        await desk.Sheet.GetByLabel("客户已在对话中明确同意").CheckAsync();
        await desk.Sheet.GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await Assertions.Expect(shop.Chat.CaseBar).ToContainTextAsync("已撤单");
        Assert.Equal(["cancel"], (await Controls.CommandsDoneAsync(order)).Where(action => action is "cancel" or "refund" or "modify"));

        await desk.Button("交还机器人").ClickAsync();
        await Assertions.Expect(desk.Reply).ToBeHiddenAsync();
        await shop.Chat.Suggestion("满意").First.ClickAsync();
        await Assertions.Expect(shop.Chat.Transcript).ToContainTextAsync("谢谢，记下了");
        await desk.VisitAsync("/desk/today");
        await Assertions.Expect(desk.Main).ToContainTextAsync("满意（1 份评价）");
    }

    [Fact]
    public async Task Pictures_GoBothWays_AndTheCustomersOpensFromTheConversation()
    {
        var (desk, shop) = await HoldAsync();
        await shop.Chat.SendPictureAsync("order.png");

        var sent = desk.Talk.GetByRole(AriaRole.Button, new() { Name = "order.png" });
        await Assertions.Expect(sent).ToBeVisibleAsync();
        await desk.Page.WaitForFunctionAsync("() => document.querySelector('#desk-lines .piece img')?.naturalWidth > 0");
        await sent.ClickAsync();
        await desk.Page.WaitForFunctionAsync("() => document.querySelector('.viewer-stage img')?.naturalWidth > 0");
        await desk.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(sent).ToBeFocusedAsync();

        var pictures = await shop.Chat.Transcript.GetByRole(AriaRole.Img).CountAsync();
        await desk.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "how.png", MimeType = "image/png", Buffer = await desk.Page.ScreenshotAsync() });
        await Assertions.Expect(desk.Talk.GetByRole(AriaRole.Button, new() { Name = "图片", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(shop.Chat.Transcript.GetByRole(AriaRole.Img)).ToHaveCountAsync(pictures + 1);
    }

    [Fact]
    public async Task WhoeverWrites_IsSeenWritingByTheOther()
    {
        var (desk, shop) = await HoldAsync();

        await desk.Reply.PressSequentiallyAsync("您好");
        await Assertions.Expect(shop.Chat.TypingSign).ToBeVisibleAsync();
        await desk.Button("发送").ClickAsync();
        await shop.Chat.Box.PressSequentiallyAsync("我想问");
        await Assertions.Expect(desk.Talk).ToContainTextAsync("正在输入");
    }

    [Fact]
    public async Task CaseThatComesWhileNobodyLooks_IsCountedInTheTitle_UntilSomebodyDoes()
    {
        var desk = await OpenDeskAsync("agent");
        await Assertions.Expect(desk.Page).ToHaveTitleAsync("队列");
        await LookAsync(desk, isHidden: true);
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-1"));

        await Escalation.CallAsync(await OpenAsync(), order);
        await Assertions.Expect(desk.Page).ToHaveTitleAsync("(1) 队列");
        await LookAsync(desk, isHidden: false);

        await Assertions.Expect(desk.Page).ToHaveTitleAsync("队列");

        static Task LookAsync(DeskPage desk, bool isHidden) => desk.Page.EvaluateAsync(
            "hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }", isHidden);
    }

    [Fact]
    public async Task CaseThatComes_IsHeardOnAnyPage_OnceItWasTouched()
    {
        var desk = await OpenDeskAsync("agent");
        await desk.VisitAsync("/desk/today");
        await desk.Page.EvaluateAsync(
            """
            () => {
              const create = AudioContext.prototype.createOscillator;
              window.tones = 0;
              AudioContext.prototype.createOscillator = function () { window.tones++; return create.call(this); };
            }
            """);
        await desk.Page.Keyboard.PressAsync("Tab");
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-1"));

        await Escalation.CallAsync(await OpenAsync(), order);

        await desk.Page.WaitForFunctionAsync("() => window.tones === 2");
    }

    [Fact]
    public async Task SwitchThatAnAdminMoves_IsInSightOfEverybody()
    {
        var (agent, admin) = (await OpenDeskAsync("agent"), await OpenDeskAsync("admin"));
        await admin.VisitAsync("/desk/switch");

        await admin.Main.GetByLabel("理由").FillAsync("商店接口异常");
        await admin.Main.GetByRole(AriaRole.Button, new() { Name = "已停止" }).ClickAsync();

        await Assertions.Expect(admin.Main).ToContainTextAsync("商店接口异常");
        await agent.VisitAsync("/desk");
        await Assertions.Expect(agent.Page.Locator(".desk-notice")).ToContainTextAsync("所有客户都转人工");
    }

    [Fact]
    public async Task WordsBegunAndNotSent_AreThereAfterAReload_AndGoneOnceTheyAreSaid()
    {
        var (desk, _) = await HoldAsync();

        await desk.Reply.FillAsync("写到一半");
        await Assertions.Expect(desk.Page.GetByText("草稿已存")).ToBeVisibleAsync();
        await desk.Page.ReloadAsync();
        await Assertions.Expect(desk.Reply).ToHaveValueAsync("写到一半");
        await desk.Button("发送").ClickAsync();
        await Assertions.Expect(desk.Reply).ToHaveValueAsync("");
        await desk.Page.ReloadAsync();

        await Assertions.Expect(desk.Talk).ToContainTextAsync("写到一半");
        await Assertions.Expect(desk.Reply).ToHaveValueAsync("");
    }

    [Fact]
    public async Task WordsTypedFast_StayAsTheyWereTyped()
    {
        var (desk, shop) = await HoldAsync();
        var words = string.Concat(Enumerable.Range(0, 60).Select(at => $"{at},"));

        await desk.Reply.PressSequentiallyAsync(words);
        await Assertions.Expect(desk.Reply).ToHaveValueAsync(words);
        await desk.Button("发送").ClickAsync();

        await Assertions.Expect(shop.Chat.Said(words)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Markup_InMessagesFileNamesAndNicknames_IsText()
    {
        var (desk, shop) = await HoldAsync();

        await shop.Chat.SayAsync(Markup);
        await Assertions.Expect(desk.Talk.GetByText(Markup)).ToBeVisibleAsync();
        await shop.Chat.SendPictureAsync("<b onclick=x>图.png");
        await Assertions.Expect(desk.Talk.GetByText("<b onclick=x>图.png")).ToBeVisibleAsync();
        await desk.SayAsync(Markup);
        await Assertions.Expect(shop.Chat.Transcript.Locator("li, p").GetByText("粗").Last).ToBeVisibleAsync();
        await desk.Page.GetByLabel("写一条备注").FillAsync(Markup);
        await desk.Button("保存").ClickAsync();
        await Assertions.Expect(desk.Panel.GetByText(Markup)).ToBeVisibleAsync();

        var admin = await OpenDeskAsync("admin");
        await admin.VisitAsync("/desk/people");
        await admin.Main.GetByLabel("登录名").FillAsync("li");
        await admin.Main.Locator("input").Nth(1).FillAsync(Markup);
        await admin.Button("邀请").ClickAsync();
        await Assertions.Expect(admin.Main.GetByRole(AriaRole.Cell, new() { Name = Markup, Exact = true })).ToBeVisibleAsync();

        foreach (var page in new[] { desk.Page, shop.Page, admin.Page })
        {
            Assert.Equal(0, await page.Locator("img[src=x]").CountAsync());
            Assert.NotEqual("broken", await page.TitleAsync());
        }
    }

    [Fact]
    public async Task Colleague_SeesWhoHasTheCaseAndTypes_AndIsGivenIt()
    {
        var (desk, shop) = await HoldAsync();
        var number = NumberOf(desk);
        var other = await OpenDeskAsync("agent");

        await other.VisitAsync($"/desk/cases/{number}");

        await Assertions.Expect(other.Main).ToContainTextAsync("处理中");
        await Assertions.Expect(other.Reply).ToBeHiddenAsync();
        await Assertions.Expect(desk.Main).ToContainTextAsync("正在查看");
        await desk.Reply.FillAsync("我把您转给同事");
        await Assertions.Expect(other.Main).ToContainTextAsync("正在输入");
        await desk.Button("发送").ClickAsync();
        var name = await other.Page.Locator("a[href='/desk/account']").InnerTextAsync();
        var colleague = desk.Page.GetByLabel("转给同事").Locator("option", new() { HasText = name.Trim() + "（" });
        await desk.Page.GetByLabel("转给同事").SelectOptionAsync((await colleague.GetAttributeAsync("value"))!);

        await Assertions.Expect(desk.Reply).ToBeHiddenAsync();
        await Assertions.Expect(other.Reply).ToBeVisibleAsync();
        await Assertions.Expect(shop.Chat.Transcript).ToContainTextAsync("接替了刚才的同事");
    }

    [Fact]
    public async Task Reviewer_SetsHowManyCasesAColleagueMayHold()
    {
        var (desk, _) = await HoldAsync();
        var reviewer = await OpenDeskAsync("reviewer");

        await reviewer.VisitAsync("/desk/today");
        var row = reviewer.Main.GetByRole(AriaRole.Row, new() { Name = "演示客服" }).Last;
        await row.GetByRole(AriaRole.Spinbutton).FillAsync("1");
        await row.GetByRole(AriaRole.Spinbutton).PressAsync("Tab");

        await Assertions.Expect(reviewer.Told).ToContainTextAsync("已完成");
        await desk.VisitAsync("/desk/today");
        await Assertions.Expect(desk.Main.GetByRole(AriaRole.Spinbutton)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Filters_NarrowTheQueue()
    {
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-1"));
        var shop = await OpenAsync();
        var number = await Escalation.CallAsync(shop, order);
        var desk = await OpenDeskAsync("agent");
        await Assertions.Expect(desk.Case(number)).ToBeVisibleAsync();

        await desk.Main.GetByLabel("路径").SelectOptionAsync("InstantModify");
        await Assertions.Expect(desk.Case(number)).ToHaveCountAsync(0);
        await desk.Main.GetByLabel("路径").SelectOptionAsync("InstantCancel");
        await Assertions.Expect(desk.Case(number)).ToBeVisibleAsync();
        await desk.Main.GetByLabel("渠道").SelectOptionAsync("directline");
        await Assertions.Expect(desk.Case(number)).ToBeVisibleAsync();
        await desk.Main.GetByLabel("处理人").SelectOptionAsync("me");
        await Assertions.Expect(desk.Case(number)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task BrowserGoesAwayInMidReply_ComesBack_AndSaysItOnce()
    {
        var (desk, shop) = await HoldAsync();
        await desk.Reply.FillAsync("这句话只说一次");

        await desk.Page.Context.SetOfflineAsync(true);
        await desk.Button("发送").ClickAsync();
        await desk.Page.Context.SetOfflineAsync(false);
        await desk.Page.ReloadAsync();
        await Assertions.Expect(desk.Reply).ToBeVisibleAsync();
        if (await desk.Reply.InputValueAsync() != "")
        {
            await desk.Button("发送").ClickAsync();
        }

        await Assertions.Expect(shop.Chat.Said("这句话只说一次")).ToHaveCountAsync(1);
        await Assertions.Expect(desk.Talk.GetByText("这句话只说一次", new() { Exact = true })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task ServerRestarts_DuringATakeover_ThePageComesBackByItself_AndThePersonStillHasTheCase()
    {
        var (desk, shop) = await HoldAsync();

        await Host.StopAsync();
        await Assertions.Expect(desk.Page.GetByText("连接断开了")).ToBeVisibleAsync();
        await Host.StartAsync();

        await Assertions.Expect(desk.Page.GetByText("连接断开了")).ToBeHiddenAsync();
        await desk.SayAsync("我还在");

        await Assertions.Expect(shop.Chat.Transcript).ToContainTextAsync("我还在");
    }

    /// <summary>A customer of ours with an order who has called a person, and a person who has taken it.</summary>
    private async Task<(DeskPage Desk, ShopPage Shop)> HoldAsync()
    {
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-1"));
        var desk = await OpenDeskAsync("agent");
        var shop = await OpenAsync();
        await desk.ClaimAsync(await Escalation.CallAsync(shop, order));
        return (desk, shop);
    }

    private static async Task LookAtPictureAsync(DeskPage desk)
    {
        await desk.Panel.Locator(".pieces button").First.ClickAsync();
        var picture = desk.Sheet.GetByRole(AriaRole.Img);
        await Assertions.Expect(picture).ToBeVisibleAsync();
        await desk.Page.WaitForFunctionAsync("() => document.querySelector('.viewer-stage img')?.naturalWidth > 0");
        await desk.Sheet.GetByRole(AriaRole.Button, new() { Name = "旋转" }).ClickAsync();
        await desk.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(desk.Sheet).ToHaveCountAsync(0);
    }

    private static string NumberOf(DeskPage desk) => desk.Page.Url.Split('/')[^1];
}
