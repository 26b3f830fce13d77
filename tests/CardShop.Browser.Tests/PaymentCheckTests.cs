using CardShop.Browser.Tests.Infrastructure;
using Deque.AxeCore.Playwright;

namespace CardShop.Browser.Tests;

/// <summary>The bot's check before paying, on the shop's page (rules V1, H2).</summary>
public sealed class PaymentCheckTests(ShopHost host, Chromium chromium) : PageTest(host, chromium)
{
    private const string Account = "82716455";

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task NumberOfAnotherCarrier_IsAWarning_AndNothingKeepsTheCustomerFromPaying(int width, ColorScheme colours)
    {
        var shop = await OpenAsync(width == Screen.Phone.Width ? Screen.Phone : Screen.Desk, colours);
        await shop.SignInAsync("林晓");
        await shop.VisitAsync("/buy/移动话费");
        await shop.Page.GetByLabel("手机号").FillAsync("13012345678");
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "下一步" }).ClickAsync();

        await Check(shop).ClickAsync();

        var result = shop.Main.GetByRole(AriaRole.Status);
        await Assertions.Expect(result.GetByRole(AriaRole.Heading)).ToHaveTextAsync("付款前请先看一眼");
        await Assertions.Expect(result).ToContainTextAsync("130 1234 5678");
        await Assertions.Expect(result).ToContainTextAsync("联通");
        await Assertions.Expect(shop.Page.GetByRole(AriaRole.Button, new() { Name = "确认无误" })).ToBeEnabledAsync();
        Assert.Empty(await shop.RunningOffAsync());
        Assert.Empty((await shop.Page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => violation.Help));
        await shop.PictureAsync($"payment-check-warning-{width}");
    }

    /// <summary>V3, T6: the second click is noticed before it is paid; on the order's own page it is no twin of itself.</summary>
    [Theory]
    [InlineData(360)]
    [InlineData(1440)]
    public async Task OpenTwin_IsNoticedBeforePaying_AndNoOrderIsItsOwn(int width)
    {
        var order = await Controls.CreateOrderAsync(Orders.Unpaid("c-1", Account));
        var shop = await OpenAsync(width == Screen.Phone.Width ? Screen.Phone : Screen.Desk);
        await shop.SignInAsync("林晓");
        await shop.VisitAsync($"/orders/{order}");
        await Check(shop).ClickAsync();
        await Assertions.Expect(shop.Main.GetByRole(AriaRole.Heading, new() { Name = "核对完了" })).ToBeVisibleAsync();
        await Assertions.Expect(shop.Main).ToContainTextAsync("8271 6455");
        Assert.Empty(await shop.RunningOffAsync());
        await shop.PictureAsync($"payment-check-order-{width}");

        await shop.VisitAsync("/buy/Q币?denomination=100元");
        await shop.Page.GetByLabel("充值账号").FillAsync(Account);
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "下一步" }).ClickAsync();
        await Check(shop).ClickAsync();

        await Assertions.Expect(shop.Main.GetByRole(AriaRole.Status)).ToContainTextAsync(order);
        await shop.PictureAsync($"payment-check-twin-{width}");
    }

    [Fact]
    public async Task Keyboard_ReachesIt_AndStaysThere()
    {
        var shop = await OpenAsync();
        await shop.SignInAsync("林晓");
        await shop.VisitAsync("/buy/Q币");
        await shop.Page.GetByLabel("充值账号").FillAsync(Account);
        await shop.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(shop.Heading).ToBeFocusedAsync();
        await shop.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(Check(shop)).ToBeFocusedAsync();

        await shop.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(shop.Main.GetByRole(AriaRole.Status)).ToContainTextAsync("8271 6455");
        await Assertions.Expect(Check(shop)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Guest_ReadsTheOrderBackAlone()
    {
        var shop = await OpenAsync();
        await shop.VisitAsync("/buy/Steam 充值卡");
        await shop.Page.GetByLabel("联系方式").FillAsync("guest@shop.example");
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "下一步" }).ClickAsync();
        await Assertions.Expect(shop.Heading).ToContainTextAsync("再核对一遍");

        await Assertions.Expect(Check(shop)).ToHaveCountAsync(0);
    }

    private static ILocator Check(ShopPage shop) => shop.Page.GetByRole(AriaRole.Button, new() { Name = "付款前核对" });
}
