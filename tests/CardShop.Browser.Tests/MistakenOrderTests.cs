using CardShop.Browser.Tests.Infrastructure;

namespace CardShop.Browser.Tests;

/// <summary>The main job, by hand of a customer: ordered, paid, noticed, told, confirmed, stopped (rules P1, G1, G2).</summary>
public sealed class MistakenOrderTests(ShopHost host, Chromium chromium) : PageTest(host, chromium)
{
    [Fact]
    public async Task Customer_OrdersAndReportsTheMistake_SeesTheOrderCancelled()
    {
        var shop = await OpenAsync();
        await shop.SignInAsync("林晓");
        var order = await OrderAsync(shop, account: "wz_linxia0");
        await Assertions.Expect(shop.Main).ToContainTextAsync("等待发货");

        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "这单下错了" }).ClickAsync();
        await Assertions.Expect(shop.Chat.Transcript).ToContainTextAsync($"订单 {order} 下错了");
        await shop.Chat.SayAsync("账号填错了，撤单退款");
        await shop.Chat.CardButton("确认撤单").ClickAsync();

        await Assertions.Expect(shop.Chat.CaseBar).ToContainTextAsync("已撤单");
        await Assertions.Expect(shop.Main.Locator(".badge").First).ToHaveTextAsync("已撤单");
        await Assertions.Expect(shop.Main.GetByRole(AriaRole.List, new() { Name = "订单进度" })).ToContainTextAsync("退款");
        Assert.Equal(["cancel"], (await Controls.CommandsDoneAsync(order)).Where(IsFinal));
    }

    [Fact]
    public async Task Customer_OnAPhone_CorrectsTheAccount_SeesWhatDiffersMarkedAndTheOrderChanged()
    {
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-1", account: "82716454"));
        var shop = await OpenAsync(Screen.Phone);
        await shop.SignInAsync("林晓");
        await shop.Chat.OpenAsync();

        await shop.Chat.Suggestion("账号填错").ClickAsync();
        await shop.Chat.CardButton(order).ClickAsync();
        await shop.Chat.Suggestion("改成正确的").ClickAsync();
        await Assertions.Expect(shop.Chat.Transcript).ToContainTextAsync("正确的账号");
        await shop.Chat.SayAsync("82716453");

        var card = shop.Chat.Card("确认修改");
        await Assertions.Expect(card.Locator("mark")).ToHaveTextAsync(["4", "3"]);
        await Assertions.Expect(card.GetByRole(AriaRole.Timer)).ToBeVisibleAsync();
        await shop.Chat.CardButton("确认修改").ClickAsync();

        await Assertions.Expect(shop.Chat.CaseBar).ToContainTextAsync("已修改");
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "收起客服" }).ClickAsync();
        await Assertions.Expect(shop.Order(order)).ToContainTextAsync("82716453");
        Assert.Equal(["modify"], (await Controls.CommandsDoneAsync(order)).Where(IsFinal));
    }

    [Fact]
    public async Task Confirmation_PressedTwice_CancelsOnce()
    {
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-2"));
        var shop = await OpenAsync();
        await shop.SignInAsync("周建国");
        await shop.Chat.OpenAsync();
        await shop.Chat.SayAsync($"订单 {order} 账号填错了，撤单退款");

        await shop.Chat.CardButton("确认撤单").DblClickAsync();

        await Assertions.Expect(shop.Chat.CaseBar).ToContainTextAsync("已撤单");
        await Assertions.Expect(shop.Chat.CardButton("确认撤单")).ToBeDisabledAsync();
        Assert.Equal(["cancel"], (await Controls.CommandsDoneAsync(order)).Where(IsFinal));
    }

    [Fact]
    public async Task EarlierCard_OnceANewerQuestionIsAsked_CannotBePressed()
    {
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-1"));
        var shop = await OpenAsync();
        await shop.SignInAsync("林晓");
        await shop.Chat.OpenAsync();
        await shop.Chat.Suggestion("账号填错").ClickAsync();
        var picker = shop.Chat.CardButton(order);

        await picker.ClickAsync();
        await Assertions.Expect(shop.Chat.Suggestion("撤单退款")).ToBeVisibleAsync();

        await Assertions.Expect(picker).ToBeDisabledAsync();
    }

    /// <summary>Orders on the page, through the check before paying, and answers the order's number.</summary>
    private static async Task<string> OrderAsync(ShopPage shop, string account)
    {
        await shop.GoAsync("/");
        await shop.Main.GetByRole(AriaRole.Link, new() { Name = "王者荣耀点券" }).ClickAsync();
        await shop.Page.GetByLabel("100元").CheckAsync();
        await shop.Page.GetByLabel("充值账号").FillAsync(account);
        await shop.Page.GetByLabel("微信一区").CheckAsync();
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "下一步" }).ClickAsync();
        await Assertions.Expect(shop.Heading).ToContainTextAsync("再核对一遍");
        await Assertions.Expect(shop.Main).ToContainTextAsync(account);
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "确认无误" }).ClickAsync();
        await Assertions.Expect(shop.Main.GetByRole(AriaRole.List, new() { Name = "订单进度" })).ToBeVisibleAsync();
        return shop.Page.Url.Split('/')[^1];
    }

    /// <summary>What moves money or goods; holding and releasing only keep them from moving.</summary>
    private static bool IsFinal(string action) => action is "cancel" or "modify" or "refund";
}
