using CardShop.Browser.Tests.Infrastructure;

namespace CardShop.Browser.Tests;

public sealed class BrowsingTests(ShopHost host, Chromium chromium) : PageTest(host, chromium)
{
    [Fact]
    public async Task Guest_OpensThePage_SeesProductsAndNoOrders()
    {
        var shop = await OpenAsync();

        await Assertions.Expect(shop.Main.GetByRole(AriaRole.Link, new() { Name = "王者荣耀点券" })).ToBeVisibleAsync();
        await shop.GoAsync("/orders");
        await Assertions.Expect(shop.Main.GetByRole(AriaRole.Button, new() { Name = "查询" })).ToBeVisibleAsync();
        await Assertions.Expect(shop.Main.Locator(".order-row")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Customer_SignsIn_SeesOwnOrdersOnly()
    {
        var own = await Controls.CreateOrderAsync(Orders.Queued("c-1"));
        var others = await Controls.CreateOrderAsync(Orders.Queued("c-2"));
        var shop = await OpenAsync();

        await shop.SignInAsync("林晓");

        await Assertions.Expect(shop.Order(own)).ToContainTextAsync("等待发货");
        await Assertions.Expect(shop.Order(others)).ToHaveCountAsync(0);
        await shop.GoAsync($"/orders/{others}");
        await Assertions.Expect(shop.Heading).ToHaveTextAsync("没找到这笔订单");
    }

    [Fact]
    public async Task Guest_GivesNumberAndContact_FindsTheOrder()
    {
        var order = await Controls.CreateOrderAsync(Orders.OfGuest(contact: "guest@example.cn"));
        var shop = await OpenAsync(Screen.Phone);
        await shop.GoAsync("/lookup");

        await shop.Page.GetByLabel("订单号").FillAsync(order);
        await shop.Page.GetByLabel("联系方式").FillAsync("somebody.else@example.cn");
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "查询" }).ClickAsync();
        await Assertions.Expect(shop.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没找到");

        await shop.Page.GetByLabel("联系方式").FillAsync("guest@example.cn");
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "查询" }).ClickAsync();
        await Assertions.Expect(shop.Main).ToContainTextAsync(order);
    }

    [Fact]
    public async Task OrdersInView_OneShips_ShowsItWithoutReload()
    {
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-1"));
        var shop = await OpenAsync();
        await shop.SignInAsync("林晓");
        await Assertions.Expect(shop.Order(order)).ToContainTextAsync("可直接撤改");

        await Controls.ShipAsync(order);

        await Assertions.Expect(shop.Order(order)).ToContainTextAsync("已到账");
        await Assertions.Expect(shop.Order(order)).Not.ToContainTextAsync("可直接撤改");
        await Assertions.Expect(shop.Page.Locator("#announcer")).ToContainTextAsync("已到账");
    }

    [Fact]
    public async Task CardCode_IsShownOnItsOrdersPageOnly_AfterItIsAskedFor()
    {
        var order = await Controls.CreateOrderAsync(Orders.DeliveredCode("c-1"));
        var shop = await OpenAsync();
        await shop.SignInAsync("林晓");
        await shop.Order(order).GetByRole(AriaRole.Link).ClickAsync();
        var code = shop.Main.GetByRole(AriaRole.Code);
        await Assertions.Expect(code).ToContainTextAsync("****");

        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "查看卡密" }).ClickAsync();

        await Assertions.Expect(code).Not.ToContainTextAsync("****");
        Assert.True((await Controls.OrderAsync(order))["codeRevealed"]!.GetValue<bool>());
    }
}
