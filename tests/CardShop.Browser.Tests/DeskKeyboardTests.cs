using CardShop.Browser.Tests.Infrastructure;

namespace CardShop.Browser.Tests;

/// <summary>The main way at the desk without a mouse.</summary>
public sealed class DeskKeyboardTests(ShopHost host, Chromium chromium) : PageTest(host, chromium)
{
    [Fact]
    public async Task Keyboard_Alone_FindsTheCaseClaimsItAnswersDecidesAndHandsBack()
    {
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-1"));
        var desk = await OpenDeskAsync("agent");
        var shop = await OpenAsync();
        var number = await Escalation.CallAsync(shop, order);
        var keys = desk.Page.Keyboard;
        await Assertions.Expect(desk.Case(number)).ToBeVisibleAsync();

        await keys.PressAsync("/");
        await keys.TypeAsync(order);
        await keys.PressAsync("Enter");
        await PressAsync(desk, desk.Case(number));
        await Assertions.Expect(desk.Talk).ToBeVisibleAsync();
        await keys.PressAsync("c");
        await Assertions.Expect(desk.Reply).ToBeVisibleAsync();
        await keys.PressAsync("r");
        await keys.TypeAsync("您好，我来处理");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(shop.Chat.Transcript).ToContainTextAsync("您好，我来处理");

        await PressAsync(desk, desk.Button("批准退款"));
        await TabToAsync(desk, desk.Sheet.GetByRole(AriaRole.Checkbox));
        await keys.PressAsync("Space");
        await PressAsync(desk, desk.Sheet.GetByRole(AriaRole.Button, new() { Name = "确定" }));
        await Assertions.Expect(shop.Chat.CaseBar).ToContainTextAsync("已撤单");
        await PressAsync(desk, desk.Button("交还机器人"));
        await Assertions.Expect(desk.Reply).ToBeHiddenAsync();
        await keys.PressAsync("g");
        await Assertions.Expect(desk.Main).ToContainTextAsync("现在没有人在等");
    }

    [Fact]
    public async Task HelpOnKeys_OpensTakesTheFocusAndClosesOnEscape()
    {
        var desk = await OpenDeskAsync("agent");
        await Assertions.Expect(desk.Count).ToBeVisibleAsync();

        await desk.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(desk.Sheet.GetByRole(AriaRole.Button, new() { Name = "关闭" })).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(desk.Sheet).ToHaveCountAsync(0);
    }

    private static async Task PressAsync(DeskPage desk, ILocator target)
    {
        await TabToAsync(desk, target);
        await desk.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task TabToAsync(DeskPage desk, ILocator target)
    {
        const int most = 60;
        await Assertions.Expect(target).ToBeVisibleAsync();
        for (var presses = 0; presses < most; presses++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await desk.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{target} is not reached by the Tab key.");
    }
}
