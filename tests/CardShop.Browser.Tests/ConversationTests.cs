using CardShop.Browser.Tests.Infrastructure;

namespace CardShop.Browser.Tests;

/// <summary>Whose conversation it is, and that it lasts.</summary>
public sealed class ConversationTests(ShopHost host, Chromium chromium) : PageTest(host, chromium)
{
    [Fact]
    public async Task Page_ReloadedInMidConversation_KeepsEverythingAndGoesOn()
    {
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-1"));
        var shop = await OpenAsync();
        await shop.SignInAsync("林晓");
        await shop.Chat.OpenAsync();
        await shop.Chat.SayAsync($"订单 {order} 账号填错了，撤单退款");
        await Assertions.Expect(shop.Chat.CardButton("确认撤单")).ToBeEnabledAsync();

        await shop.Page.ReloadAsync();

        await Assertions.Expect(shop.Chat.Transcript).ToContainTextAsync($"订单 {order} 账号填错了，撤单退款");
        await Assertions.Expect(shop.Chat.CaseBar).ToContainTextAsync("等您确认");
        await shop.Chat.CardButton("确认撤单").ClickAsync();
        await Assertions.Expect(shop.Chat.CaseBar).ToContainTextAsync("已撤单");
    }

    [Fact]
    public async Task OtherCustomer_InTheSameBrowser_NeverSeesTheConversation()
    {
        var shop = await OpenAsync();
        await shop.SignInAsync("林晓");
        await shop.Chat.OpenAsync();
        await shop.Chat.SayAsync("只有林晓知道的话");

        await shop.SignInAsync("周建国");

        await Assertions.Expect(shop.Chat.Panel).Not.ToContainTextAsync("只有林晓知道的话");
        await Assertions.Expect(shop.Chat.Suggestion("账号填错")).ToBeVisibleAsync();
        await Assertions.Expect(shop.Chat.Panel).Not.ToContainTextAsync("只有林晓知道的话");

        await shop.SignInAsync("林晓");
        await Assertions.Expect(shop.Chat.Transcript).ToContainTextAsync("只有林晓知道的话");
    }

    [Fact]
    public async Task Language_Switched_IsSpokenByPageAndBot()
    {
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-1"));
        var shop = await OpenAsync(query: "?locale=en-US");
        await shop.GoAsync("/sign-in");
        await shop.Page.GetByRole(AriaRole.Button, new() { Name = "林晓" }).ClickAsync();
        await Assertions.Expect(shop.Heading).ToHaveTextAsync("My orders");

        await shop.Chat.Suggestion("Wrong account").ClickAsync();
        await shop.Chat.CardButton(order).ClickAsync();
        await shop.Chat.Suggestion("Cancel and refund").ClickAsync();

        await Assertions.Expect(shop.Chat.CardButton("Confirm cancellation")).ToBeVisibleAsync();
        await Assertions.Expect(shop.Chat.CaseBar).ToContainTextAsync("Waiting for your yes");
    }

    [Fact]
    public async Task MessageThatComesWhileTheChatIsClosed_IsCountedOnItsButtonUntilItIsOpened()
    {
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-3"));
        var shop = await OpenAsync(Screen.Phone);
        await shop.SignInAsync("陈雨桐");
        await shop.Chat.OpenAsync();
        await Controls.DelayNextLookupAsync(TimeSpan.FromSeconds(3));
        await shop.Chat.SayAsync($"订单 {order} 账号填错了");
        await shop.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(shop.Chat.Unread).Not.ToBeEmptyAsync();
        await shop.Page.ReloadAsync();
        await Assertions.Expect(shop.Chat.Unread).Not.ToBeEmptyAsync();
        await shop.Chat.OpenAsync();
        await Assertions.Expect(shop.Chat.Unread).ToBeEmptyAsync();
    }
}
