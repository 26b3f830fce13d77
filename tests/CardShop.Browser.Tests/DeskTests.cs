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
    public async Task TwoWhoLookOn_OneHoldsTheCase_TheOtherHasNoWayToSpeak()
    {
        var (desk, _) = await HoldAsync();
        var number = NumberOf(desk);
        var other = await OpenDeskAsync("agent");

        await other.VisitAsync($"/desk/cases/{number}");

        await Assertions.Expect(other.Main).ToContainTextAsync("处理中");
        await Assertions.Expect(other.Reply).ToBeHiddenAsync();
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
        await Host.StartAsync();
        await desk.VisitAsync(desk.Page.Url);
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
