using CardShop.Browser.Tests.Infrastructure;

namespace CardShop.Browser.Tests;

/// <summary>The line breaks off in mid-conversation: it is told, taken up again, and nothing is lost or doubled.</summary>
public sealed class ConnectionTests(ShopHost host, Chromium chromium) : PageTest(host, chromium)
{
    private const string Lost = "连接断开了";

    [Fact]
    public async Task Network_GoneAndBack_IsToldAndMendedByItself()
    {
        var shop = await OpenTalkingAsync("林晓");

        await shop.Page.Context.SetOfflineAsync(true);
        await Assertions.Expect(shop.Chat.Banner).ToContainTextAsync(Lost);
        await shop.Page.Context.SetOfflineAsync(false);

        await Assertions.Expect(shop.Chat.Banner).ToBeEmptyAsync();
        await shop.Chat.SayAsync("我回来了");
        await Assertions.Expect(shop.Chat.Said("我回来了")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task MessageSentWhileTheNetworkIsGone_ArrivesByItselfAndOnce()
    {
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-2"));
        var shop = await OpenTalkingAsync("周建国");
        var words = $"订单 {order} 账号填错了，撤单退款";

        await shop.Page.Context.SetOfflineAsync(true);
        await shop.Chat.SayAsync(words);
        await Assertions.Expect(shop.Chat.Banner).ToContainTextAsync(Lost);
        await shop.Page.Context.SetOfflineAsync(false);

        await Assertions.Expect(shop.Chat.CardButton("确认撤单")).ToBeEnabledAsync();
        await Assertions.Expect(shop.Chat.Banner).ToBeEmptyAsync();
        await Assertions.Expect(shop.Chat.Said(words)).ToHaveCountAsync(1);
        await Assertions.Expect(shop.Chat.Panel.Locator("chat-card")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task AnswerToAMessage_LostOnTheWay_DoesNotDoubleTheMessage()
    {
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-2"));
        var shop = await OpenTalkingAsync("周建国");
        var words = $"订单 {order} 账号填错了，撤单退款";

        // The shop has heard it, and its answer gets lost on the way.
        await shop.Page.RouteAsync("**/activities", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await shop.Chat.SayAsync(words);
        await Assertions.Expect(shop.Chat.CardButton("确认撤单")).ToBeEnabledAsync();
        await shop.Page.UnrouteAllAsync();
        await shop.Page.ReloadAsync();

        await Assertions.Expect(shop.Chat.CardButton("确认撤单")).ToBeEnabledAsync();
        await Assertions.Expect(shop.Chat.Said(words)).ToHaveCountAsync(1);
        await Assertions.Expect(shop.Chat.Panel.Locator("chat-card")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Shop_RestartedInMidConversation_GoesOnWhereItWas()
    {
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-2"));
        var shop = await OpenTalkingAsync("周建国");
        await shop.Chat.SayAsync($"订单 {order} 账号填错了，撤单退款");
        await Assertions.Expect(shop.Chat.CardButton("确认撤单")).ToBeEnabledAsync();

        await Host.StopAsync();
        await Assertions.Expect(shop.Chat.Banner).ToContainTextAsync(Lost);
        await Host.StartAsync();

        await Assertions.Expect(shop.Chat.Banner).ToBeEmptyAsync();
        await shop.Chat.CardButton("确认撤单").ClickAsync();
        await Assertions.Expect(shop.Chat.CaseBar).ToContainTextAsync("已撤单");
        Assert.Single(await Controls.CommandsDoneAsync(order), action => action == "cancel");
    }

    private async Task<ShopPage> OpenTalkingAsync(string customer)
    {
        var shop = await OpenAsync();
        await shop.SignInAsync(customer);
        await Assertions.Expect(shop.Chat.Suggestion("账号填错")).ToBeVisibleAsync();
        return shop;
    }
}
