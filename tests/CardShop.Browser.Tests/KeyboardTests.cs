using CardShop.Browser.Tests.Infrastructure;

namespace CardShop.Browser.Tests;

/// <summary>All of it without a mouse.</summary>
public sealed class KeyboardTests(ShopHost host, Chromium chromium) : PageTest(host, chromium)
{
    [Fact]
    public async Task Keyboard_Alone_OrdersReportsTheMistakeGivesTheRightAccountAndConfirms()
    {
        var shop = await OpenAsync();
        await shop.SignInAsync("林晓");

        await PressAsync(shop, shop.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "商品" }));
        await PressAsync(shop, shop.Main.GetByRole(AriaRole.Link, new() { Name = "王者荣耀点券" }));
        await TypeAsync(shop, shop.Page.GetByLabel("充值账号"), "wz_linxia0");
        await TabToAsync(shop, shop.Page.GetByLabel("微信一区"));
        await shop.Page.Keyboard.PressAsync("Space");
        await PressAsync(shop, shop.Page.GetByRole(AriaRole.Button, new() { Name = "下一步" }));
        await PressAsync(shop, shop.Page.GetByRole(AriaRole.Button, new() { Name = "确认无误" }));
        await Assertions.Expect(shop.Main.GetByRole(AriaRole.List, new() { Name = "订单进度" })).ToBeVisibleAsync();
        var order = shop.Page.Url.Split('/')[^1];

        await TypeAsync(shop, shop.Chat.Box, "账号填错了\n");
        await FocusOnTheLatestCardAsync(shop, shop.Chat.CardButton(order));
        await shop.Page.Keyboard.PressAsync("Enter");
        await PressSuggestionAsync(shop, shop.Chat.Suggestion("改成正确的"));
        await TypeAsync(shop, shop.Chat.Box, "wz_linxiao\n");
        await FocusOnTheLatestCardAsync(shop, shop.Chat.CardButton("确认修改"));
        await shop.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(shop.Chat.CaseBar).ToContainTextAsync("已修改");
        await Assertions.Expect(shop.Main).ToContainTextAsync("wz_linxiao");
    }

    [Fact]
    public async Task ChatSheet_OnAPhone_TakesTheFocusAndGivesItBackOnEscape()
    {
        var shop = await OpenAsync(Screen.Phone);

        await shop.Chat.Opener.FocusAsync();
        await shop.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(shop.Page.GetByRole(AriaRole.Dialog, new() { Name = "在线客服" })).ToBeVisibleAsync();
        await Assertions.Expect(shop.Page.GetByRole(AriaRole.Heading, new() { Name = "在线客服" })).ToBeFocusedAsync();
        await shop.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(shop.Chat.Panel).ToBeHiddenAsync();
        await Assertions.Expect(shop.Chat.Opener).ToBeFocusedAsync();
    }

    private static async Task PressAsync(ShopPage shop, ILocator target)
    {
        await TabToAsync(shop, target);
        await shop.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task TypeAsync(ShopPage shop, ILocator box, string words)
    {
        await TabToAsync(shop, box);
        await shop.Page.Keyboard.TypeAsync(words);
    }

    /// <summary>The suggestions are one stop of the Tab key too; the arrows go from one to the next.</summary>
    private static async Task PressSuggestionAsync(ShopPage shop, ILocator suggestion)
    {
        await Assertions.Expect(suggestion).ToBeVisibleAsync();
        await TabToAsync(shop, shop.Chat.Suggestions.And(shop.Page.Locator("[tabindex='0']")));
        await MoveToAsync(shop, suggestion, "ArrowRight");
        await shop.Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>The client takes all that was said as one stop of the Tab key: from there, Enter goes into the latest message.</summary>
    private static async Task FocusOnTheLatestCardAsync(ShopPage shop, ILocator button)
    {
        await Assertions.Expect(button).ToBeEnabledAsync();
        await MoveToAsync(shop, shop.Chat.History, "Shift+Tab");
        await shop.Page.Keyboard.PressAsync("Enter");
        await TabToAsync(shop, button);
    }

    private static Task TabToAsync(ShopPage shop, ILocator target) => MoveToAsync(shop, target, "Tab");

    private static async Task MoveToAsync(ShopPage shop, ILocator target, string key)
    {
        const int most = 60;
        await Assertions.Expect(target).ToBeVisibleAsync();
        for (var presses = 0; presses < most; presses++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await shop.Page.Keyboard.PressAsync(key);
        }

        Assert.Fail($"{target} is not reached by the key {key}.");
    }
}
